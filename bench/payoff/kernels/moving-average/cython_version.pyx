# cython: boundscheck=False, wraparound=False, cdivision=True
import numpy as np


def prepare(values, window):
    return np.array(values), window


def run(double[:] values, int window):
    if window < 1:
        raise ValueError("the window is empty")
    cdef Py_ssize_t count = max(0, values.shape[0] - window + 1), start, i
    cdef double total
    result = np.empty(count)
    cdef double[:] means = result
    for start in range(count):
        total = 0.0
        for i in range(start, start + window):
            total += values[i]
        means[start] = total / window
    return result.tolist()
