import numpy as np
from numba import njit


@njit
def solve(rows):
    n = len(rows)
    for column in range(n):
        pivot = column
        for i in range(column + 1, n):
            if abs(rows[i, column]) > abs(rows[pivot, column]):
                pivot = i
        if rows[pivot, column] == 0.0:
            raise ValueError("the matrix is singular")
        for j in range(n + 1):
            rows[column, j], rows[pivot, j] = rows[pivot, j], rows[column, j]
        for i in range(column + 1, n):
            factor = rows[i, column] / rows[column, column]
            for j in range(column, n + 1):
                rows[i, j] -= factor * rows[column, j]
    result = np.zeros(n)
    for i in range(n - 1, -1, -1):
        total = rows[i, n]
        for j in range(i + 1, n):
            total -= rows[i, j] * result[j]
        result[i] = total / rows[i, i]
    return result


def prepare(matrix: list[list[float]], right: list[float]) -> tuple[np.ndarray, np.ndarray]:
    return np.array(matrix), np.array(right)


def run(matrix: np.ndarray, right: np.ndarray) -> list[float]:
    return solve(np.column_stack((matrix, right))).tolist()
