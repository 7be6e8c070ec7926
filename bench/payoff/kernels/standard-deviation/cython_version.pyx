# cython: boundscheck=False, wraparound=False, cdivision=True


def prepare(values):
    import numpy as np

    return (np.array(values),)


def run(double[:] values):
    cdef Py_ssize_t i, count = values.shape[0]
    cdef double total = 0.0, squares = 0.0, mean
    if count < 2:
        raise ValueError("two values expected")
    for i in range(count):
        total += values[i]
    mean = total / count
    for i in range(count):
        squares += (values[i] - mean) * (values[i] - mean)
    return (squares / (count - 1)) ** 0.5
