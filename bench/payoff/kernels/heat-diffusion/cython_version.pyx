# cython: boundscheck=False, wraparound=False


def run(plate, double rate, int steps):
    if plate.ndim != 2:
        raise ValueError("a plate has two dimensions")
    cdef double[:, :] now, following
    cdef Py_ssize_t y, x
    cdef double around
    for _ in range(steps):
        result = plate.copy()
        now, following = plate, result
        for y in range(1, now.shape[0] - 1):
            for x in range(1, now.shape[1] - 1):
                around = now[y - 1, x] + now[y + 1, x] + now[y, x - 1] + now[y, x + 1]
                following[y, x] = now[y, x] + rate * (around - 4.0 * now[y, x])
        plate = result
    return plate
