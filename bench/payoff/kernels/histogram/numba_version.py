import numpy as np
from numba import njit


@njit
def count(values, low, width, bins):
    counts = np.zeros(bins, dtype=np.int64)
    high = low + width * bins
    for value in values:
        if low <= value < high:
            counts[int((value - low) / width)] += 1
    return counts


def prepare(values: list[float], low: float, high: float, bins: int) -> tuple[np.ndarray, float, float, int]:
    return np.array(values, dtype=float), low, high, bins


def run(values: np.ndarray, low: float, high: float, bins: int) -> list[int]:
    if high <= low:
        raise ValueError("the range is empty")
    return count(values, low, (high - low) / bins, bins).tolist()
