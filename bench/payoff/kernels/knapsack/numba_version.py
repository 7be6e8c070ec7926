import numpy as np
from numba import njit


@njit
def fill(weights, values, capacity):
    best = np.zeros(capacity + 1, dtype=np.int64)
    for item in range(len(weights)):
        for room in range(capacity, weights[item] - 1, -1):
            best[room] = max(best[room], best[room - weights[item]] + values[item])
    return best[capacity]


def run(weights: list[int], values: list[int], capacity: int) -> int:
    if len(weights) != len(values):
        raise ValueError("as many weights as values expected")
    first, second = np.array(weights), np.array(values)
    if first.dtype.kind != "i" or second.dtype.kind != "i":
        raise TypeError("integers expected")
    return int(fill(first, second, capacity))
