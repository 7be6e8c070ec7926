# cython: boundscheck=False, wraparound=False
cdef bytes DIGITS = b"0123456789abcdef"


def run(bytes data not None):
    cdef bytearray result = bytearray(2 * len(data))
    cdef unsigned char[:] text = result
    cdef const unsigned char* given = data
    cdef const unsigned char* digits = DIGITS
    cdef Py_ssize_t i
    for i in range(len(data)):
        text[2 * i] = digits[given[i] >> 4]
        text[2 * i + 1] = digits[given[i] & 15]
    return result.decode("ascii")
