import numpy as np
from numba import njit


@njit
def lengths(values):
    longest = np.ones(len(values), dtype=np.int64)
    for i in range(len(values)):
        for j in range(i):
            if values[j] < values[i] and longest[j] + 1 > longest[i]:
                longest[i] = longest[j] + 1
    return longest.max()


def run(values: list[int]) -> int:
    if not values:
        raise ValueError("no values")
    return lengths(np.array(values, dtype=np.int64))
