import numpy as np
from numba import njit


@njit
def distance(a, b):
    previous = np.arange(len(b) + 1)
    current = np.empty_like(previous)
    for i in range(len(a)):
        current[0] = i + 1
        for j in range(len(b)):
            cost = 0 if a[i] == b[j] else 1
            current[j + 1] = min(previous[j + 1] + 1, current[j] + 1, previous[j] + cost)
        previous, current = current, previous
    return previous[-1]


def code_points(text: str) -> np.ndarray:
    if not isinstance(text, str):
        raise TypeError("a string expected")
    return np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)


def run(a: str, b: str) -> int:
    return int(distance(code_points(a), code_points(b)))
