import numpy as np
from numba import njit


@njit
def averages(values, window):
    means = np.empty(max(0, len(values) - window + 1))
    for start in range(len(means)):
        total = 0.0
        for i in range(start, start + window):
            total += values[i]
        means[start] = total / window
    return means


def prepare(values: list[float], window: int) -> tuple[np.ndarray, int]:
    return np.array(values), window


def run(values: np.ndarray, window: int) -> list[float]:
    if window < 1:
        raise ValueError("the window is empty")
    return averages(values, window).tolist()
