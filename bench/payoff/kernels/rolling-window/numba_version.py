import numpy as np
from numba import njit


@njit
def ranges(values, window):
    result = np.empty(len(values) - window + 1)
    for i in range(len(result)):
        part = values[i : i + window]
        result[i] = part.max() - part.min()
    return result


def run(values: np.ndarray, window: int) -> list[float]:
    return ranges(values, window).tolist()
