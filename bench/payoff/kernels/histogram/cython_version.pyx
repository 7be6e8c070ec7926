# cython: boundscheck=False, wraparound=False, cdivision=True


def run(list values, double low, double high, int bins):
    if high <= low:
        raise ValueError("the range is empty")
    cdef list result = [0] * bins
    cdef long counts[4096]
    cdef double value, width = (high - low) / bins
    cdef int i
    if bins > 4096:
        raise ValueError("too many bins")
    for i in range(bins):
        counts[i] = 0
    for value in values:
        if low <= value < high:
            counts[<int> ((value - low) / width)] += 1
    for i in range(bins):
        result[i] = counts[i]
    return result
