# cython: boundscheck=False, wraparound=False
cdef unsigned int TABLE[256]


cdef void fill_table() noexcept:
    cdef unsigned int start, byte
    cdef int bit
    for start in range(256):
        byte = start
        for bit in range(8):
            byte = byte >> 1 ^ <unsigned int> 0xEDB88320 if byte & 1 else byte >> 1
        TABLE[start] = byte


fill_table()


def run(bytes data not None):
    cdef unsigned int crc = <unsigned int> 0xFFFFFFFF
    cdef const unsigned char* byte = data
    cdef Py_ssize_t i
    for i in range(len(data)):
        crc = TABLE[(crc ^ byte[i]) & 0xFF] ^ crc >> 8
    return crc ^ <unsigned int> 0xFFFFFFFF
