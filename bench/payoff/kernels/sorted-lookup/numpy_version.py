import numpy as np


def prepare(values: list[float], queries: list[float]) -> tuple[np.ndarray, np.ndarray]:
    if None in queries:
        raise TypeError("numbers expected")
    return np.array(values), np.array(queries)


def run(values: np.ndarray, queries: np.ndarray) -> list[int]:
    return np.searchsorted(values, queries).tolist()
