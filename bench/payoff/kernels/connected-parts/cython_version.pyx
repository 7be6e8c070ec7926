# cython: boundscheck=False, wraparound=False
import numpy as np


cdef long find(long[:] parents, long node) noexcept:
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node


def prepare(count, edges):
    return count, np.array(edges, dtype=np.int_).reshape(-1, 2)


def run(long count, long[:, :] edges):
    if count < 1:
        raise ValueError("a graph without nodes")
    cdef long[:] parents = np.arange(count)
    cdef long parts = count, a, b
    cdef Py_ssize_t i
    for i in range(edges.shape[0]):
        a, b = find(parents, edges[i, 0]), find(parents, edges[i, 1])
        if a != b:
            parents[a] = b
            parts -= 1
    return parts
