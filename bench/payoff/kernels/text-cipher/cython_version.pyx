# cython: boundscheck=False, wraparound=False


cdef int moved(int letter, int shift) noexcept:
    if 97 <= letter <= 122:
        return (letter - 97 + shift) % 26 + 97
    if 65 <= letter <= 90:
        return (letter - 65 + shift) % 26 + 65
    return letter


def run(str text, int shift):
    cdef bytes encoded = text.encode("utf-8")
    cdef bytearray result = bytearray(encoded)
    cdef unsigned char[:] view = result
    cdef Py_ssize_t i
    for i in range(view.shape[0]):
        view[i] = moved(view[i], shift)
    return result.decode("utf-8")
