# cython: boundscheck=False, wraparound=False, cdivision=True
import numpy as np


def prepare(values, queries):
    if None in queries:
        raise TypeError("numbers expected")
    return np.array(values), np.array(queries)


def run(double[:] values, double[:] queries):
    cdef Py_ssize_t i, low, high, middle
    cdef double wanted
    result = np.empty(queries.shape[0], dtype=np.int_)
    cdef long[:] places = result
    for i in range(queries.shape[0]):
        wanted = queries[i]
        low, high = 0, values.shape[0]
        while low < high:
            middle = (low + high) // 2
            if values[middle] < wanted:
                low = middle + 1
            else:
                high = middle
        places[i] = low
    return result.tolist()
