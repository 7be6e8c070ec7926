# cython: boundscheck=False, wraparound=False
import numpy as np


def prepare(coefficients, points):
    if None in points:
        raise TypeError("numbers expected")
    return np.array(coefficients), np.array(points)


def run(double[:] coefficients, double[:] points):
    cdef Py_ssize_t i, k
    cdef double result, x
    results = np.empty(points.shape[0])
    cdef double[:] view = results
    for i in range(points.shape[0]):
        x = points[i]
        result = 0.0
        for k in range(coefficients.shape[0]):
            result = result * x + coefficients[k]
        view[i] = result
    return results.tolist()
