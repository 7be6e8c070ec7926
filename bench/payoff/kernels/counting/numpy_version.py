import numpy as np


def run(keys: list[str]) -> dict[str, int]:
    if keys is None:
        raise TypeError("keys expected")
    unique, counts = np.unique(np.array(keys), return_counts=True)
    return dict(zip(unique.tolist(), counts.tolist()))
