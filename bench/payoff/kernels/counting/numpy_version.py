import numpy as np


def prepare(keys: list[str]) -> tuple[np.ndarray]:
    if keys is None:
        raise TypeError("keys expected")
    return (np.array(keys),)


def run(keys: np.ndarray) -> dict[str, int]:
    unique, counts = np.unique(keys, return_counts=True)
    return dict(zip(unique.tolist(), counts.tolist()))
