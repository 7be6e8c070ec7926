# cython: boundscheck=False, wraparound=False, cdivision=True
cdef bytes ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def run(bytes data not None):
    cdef Py_ssize_t size = len(data), i, k = 0
    cdef int position, given
    cdef unsigned int bits
    cdef const unsigned char* bytes_in = data
    cdef const unsigned char* alphabet = ALPHABET
    cdef bytearray result = bytearray((size + 2) // 3 * 4)
    cdef unsigned char[:] text = result
    for i in range(0, size, 3):
        given = min(3, size - i)
        bits = 0
        for position in range(3):
            bits = bits << 8 | (bytes_in[i + position] if position < given else 0)
        for position in range(4):
            text[k] = alphabet[bits >> (18 - 6 * position) & 63] if position <= given else 61
            k += 1
    return result.decode("ascii")
