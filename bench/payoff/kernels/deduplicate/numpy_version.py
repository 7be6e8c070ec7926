import numpy as np


def prepare(values: list[int]) -> tuple[np.ndarray]:
    if values is None:
        raise TypeError("values expected")
    return (np.array(values),)


def run(values: np.ndarray) -> list[int]:
    unique, first = np.unique(values, return_index=True)
    return unique[np.argsort(first)].tolist()
