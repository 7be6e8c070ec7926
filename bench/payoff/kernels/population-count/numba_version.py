import numpy as np
from numba import njit


@njit
def count(words):
    total = 0
    for word in words:
        while word:
            word &= word - np.uint64(1)
            total += 1
    return total


def run(words: list[int]) -> int:
    data = np.array(words)
    if data.dtype.kind not in "iu":
        raise TypeError("integers expected")
    return count(data.astype(np.uint64))
