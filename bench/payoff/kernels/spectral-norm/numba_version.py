import numpy as np
from numba import njit


@njit
def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


@njit
def multiply(vector, transposed):
    n = len(vector)
    result = np.empty(n)
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += (element(j, i) if transposed else element(i, j)) * vector[j]
        result[i] = total
    return result


@njit
def norm(n, iterations):
    u = np.ones(n)
    v = u
    for _ in range(iterations):
        v = multiply(multiply(u, False), True)
        u = multiply(multiply(v, False), True)
    return np.sqrt((u * v).sum() / (v * v).sum())


def run(n: int, iterations: int) -> float:
    if not isinstance(n, int):
        raise TypeError("an integer expected")
    return norm(n, iterations)
