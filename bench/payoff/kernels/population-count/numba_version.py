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


def prepare(words: list[int]) -> tuple[np.ndarray]:
    data = np.array(words)
    if data.dtype.kind not in "iu":
        raise TypeError("integers expected")
    return (data.astype(np.uint64),)


def run(words: np.ndarray) -> int:
    return count(words)
