# cython: boundscheck=False, wraparound=False


def run(long limit):
    cdef long number, multiple
    if limit < 0:
        raise ValueError("the limit is negative")
    cdef bytearray flags = bytearray(limit + 1)
    cdef unsigned char[:] is_composite = flags
    primes = []
    for number in range(2, limit + 1):
        if not is_composite[number]:
            primes.append(number)
            multiple = number * number
            while multiple <= limit:
                is_composite[multiple] = 1
                multiple += number
    return primes
