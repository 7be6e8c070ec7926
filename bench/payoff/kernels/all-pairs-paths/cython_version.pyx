# cython: boundscheck=False, wraparound=False
import numpy as np


def prepare(lengths):
    return (np.array(lengths),)


def run(lengths):
    if lengths.ndim != 2 or lengths.shape[0] != lengths.shape[1]:
        raise ValueError("a square table expected")
    result = lengths.copy()
    cdef double[:, :] best = result
    cdef Py_ssize_t n = best.shape[0], k, i, j
    cdef double through
    for k in range(n):
        for i in range(n):
            for j in range(n):
                through = best[i, k] + best[k, j]
                if through < best[i, j]:
                    best[i, j] = through
    return result.tolist()
