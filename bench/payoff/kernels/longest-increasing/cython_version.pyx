# cython: boundscheck=False, wraparound=False
import numpy as np


def run(list values):
    if not values:
        raise ValueError("no values")
    cdef long[:] given = np.array(values, dtype=np.int_)
    cdef long[:] longest = np.ones(len(values), dtype=np.int_)
    cdef Py_ssize_t i, j
    cdef long most = 0
    for i in range(given.shape[0]):
        for j in range(i):
            if given[j] < given[i] and longest[j] + 1 > longest[i]:
                longest[i] = longest[j] + 1
        if longest[i] > most:
            most = longest[i]
    return most
