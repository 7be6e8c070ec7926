# cython: boundscheck=False, wraparound=False
import numpy as np


def run(list weights, list values, int capacity):
    if len(weights) != len(values):
        raise ValueError("as many weights as values expected")
    cdef long[:] best = np.zeros(capacity + 1, dtype=np.int_)
    cdef long weight, value, candidate
    cdef Py_ssize_t room
    for weight, value in zip(weights, values):
        for room in range(capacity, weight - 1, -1):
            candidate = best[room - weight] + value
            if candidate > best[room]:
                best[room] = candidate
    return best[capacity]
