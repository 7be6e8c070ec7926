# cython: boundscheck=False, wraparound=False, cdivision=True
import numpy as np


def prepare(matrix, right):
    return np.array(matrix), np.array(right)


def run(matrix, right):
    cdef double[:, :] rows = np.column_stack((matrix, right))
    cdef Py_ssize_t n = rows.shape[0], column, pivot, i, j
    cdef double factor, total
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
    cdef double[:] view = result
    for i in range(n - 1, -1, -1):
        total = rows[i, n]
        for j in range(i + 1, n):
            total -= rows[i, j] * view[j]
        view[i] = total / rows[i, i]
    return result.tolist()
