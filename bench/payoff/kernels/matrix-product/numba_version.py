import numpy as np
from numba import njit


@njit
def multiply(a, b):
    rows, inner, columns = a.shape[0], b.shape[0], b.shape[1]
    product = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            total = 0.0
            for k in range(inner):
                total += a[i, k] * b[k, j]
            product[i, j] = total
    return product


def prepare(a: list[list[float]], b: list[list[float]]) -> tuple[np.ndarray, np.ndarray]:
    left, right = np.array(a), np.array(b)
    if left.dtype.kind != "f" or right.dtype.kind != "f":
        raise TypeError("matrices of numbers expected")
    return left, right


def run(a: np.ndarray, b: np.ndarray) -> list[list[float]]:
    if a.shape[1] != b.shape[0]:
        raise ValueError("inner dimensions differ")
    return multiply(a, b).tolist()
