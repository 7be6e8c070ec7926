# cython: boundscheck=False, wraparound=False
import numpy as np


def prepare(a, b):
    left, right = np.array(a), np.array(b)
    if left.dtype.kind != "f" or right.dtype.kind != "f":
        raise TypeError("matrices of numbers expected")
    return left, right


def run(double[:, :] a, double[:, :] b):
    if a.shape[1] != b.shape[0]:
        raise ValueError("inner dimensions differ")
    cdef Py_ssize_t i, j, k
    cdef double total
    product = np.empty((a.shape[0], b.shape[1]))
    cdef double[:, :] view = product
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            total = 0.0
            for k in range(a.shape[1]):
                total += a[i, k] * b[k, j]
            view[i, j] = total
    return product.tolist()
