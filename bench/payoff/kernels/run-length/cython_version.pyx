# cython: boundscheck=False, wraparound=False


def run(const unsigned char[:] data not None):
    cdef Py_ssize_t i, start = 0, size = len(data)
    runs = []
    for i in range(1, size + 1):
        if i == size or data[i] != data[start]:
            runs.append((data[start], i - start))
            start = i
    return runs
