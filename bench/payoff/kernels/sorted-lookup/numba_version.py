import numpy as np
from numba import njit


@njit
def places(values, queries):
    results = np.empty(len(queries), dtype=np.int64)
    for i, wanted in enumerate(queries):
        low, high = 0, len(values)
        while low < high:
            middle = (low + high) // 2
            if values[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        results[i] = low
    return results


def prepare(values: list[float], queries: list[float]) -> tuple[np.ndarray, np.ndarray]:
    if None in queries:
        raise TypeError("numbers expected")
    return np.array(values), np.array(queries)


def run(values: np.ndarray, queries: np.ndarray) -> list[int]:
    return places(values, queries).tolist()
