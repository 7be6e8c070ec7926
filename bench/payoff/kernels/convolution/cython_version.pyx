# cython: boundscheck=False, wraparound=False
import numpy as np


def run(double[:, :] image, double[:, :] weights):
    cdef Py_ssize_t height = image.shape[0], width = image.shape[1]
    cdef Py_ssize_t rows = weights.shape[0], columns = weights.shape[1]
    cdef Py_ssize_t y, x, i, j
    cdef double total
    if height < rows or width < columns:
        raise ValueError("the image is smaller than the weights")
    result = np.zeros((height - rows + 1, width - columns + 1))
    cdef double[:, :] view = result
    for y in range(view.shape[0]):
        for x in range(view.shape[1]):
            total = 0.0
            for i in range(rows):
                for j in range(columns):
                    total += image[y + i, x + j] * weights[i, j]
            view[y, x] = total
    return result
