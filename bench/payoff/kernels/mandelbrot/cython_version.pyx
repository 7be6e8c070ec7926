# cython: cdivision=True


cdef long escape_time(double real, double imaginary, long limit) noexcept:
    cdef double x = 0.0, y = 0.0, next_x
    cdef long n
    for n in range(limit):
        next_x = x * x - y * y + real
        y = 2.0 * x * y + imaginary
        x = next_x
        if x * x + y * y > 4.0:
            return n
    return limit


def run(long width, long height, long limit):
    cdef long x, y
    return [
        [escape_time(-2.0 + 3.0 * x / width, -1.1 + 2.2 * y / height, limit) for x in range(width)]
        for y in range(height)
    ]
