# cython: boundscheck=False, wraparound=False, cdivision=True
from libc.math cimport sqrt
from libc.stdlib cimport free, malloc


cdef inline double element(long i, long j) noexcept:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


cdef void multiply(double* vector, double* result, long n, bint transposed) noexcept:
    cdef long i, j
    cdef double total
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += (element(j, i) if transposed else element(i, j)) * vector[j]
        result[i] = total


def run(long n, long iterations):
    cdef double* u = <double*> malloc(3 * n * sizeof(double))
    cdef double* v = u + n
    cdef double* scratch = v + n
    cdef double uv = 0.0, vv = 0.0
    cdef long i
    if u == NULL:
        raise MemoryError
    for i in range(n):
        u[i] = v[i] = 1.0
    for i in range(iterations):
        multiply(u, scratch, n, False)
        multiply(scratch, v, n, True)
        multiply(v, scratch, n, False)
        multiply(scratch, u, n, True)
    for i in range(n):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    free(u)
    return sqrt(uv / vv)
