from libc.stdlib cimport free, malloc


def run(str a, str b):
    cdef Py_ssize_t i, j, width = len(b) + 1
    cdef long diagonal, above, cost
    cdef long* row = <long*> malloc(width * sizeof(long))
    if row == NULL:
        raise MemoryError
    for j in range(width):
        row[j] = j
    for i in range(len(a)):
        diagonal = row[0]
        row[0] = i + 1
        for j in range(1, width):
            above = row[j]
            cost = 0 if a[i] == b[j - 1] else 1
            row[j] = min(above + 1, row[j - 1] + 1, diagonal + cost)
            diagonal = above
    diagonal = row[width - 1]
    free(row)
    return diagonal
