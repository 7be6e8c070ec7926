# cython: boundscheck=False, wraparound=False
def run(bytes data not None):
    cdef const unsigned char* given = data
    cdef Py_ssize_t size = len(data), position = 0, length, distance, i, start
    cdef int command
    cdef bytearray output = bytearray()
    while position < size:
        if position + 1 >= size:
            raise IndexError("the data end in a command")
        command, length = given[position], given[position + 1]
        position += 2
        if command == 0:
            output += data[position : position + length]
            position += length
        elif command == 1:
            if position + 1 >= size:
                raise IndexError("the data end in a command")
            distance = given[position] << 8 | given[position + 1]
            position += 2
            if distance == 0 or distance > len(output):
                raise ValueError("a copy from before the beginning")
            start = len(output) - distance
            for i in range(length):
                output.append(output[start + i])
        else:
            raise ValueError(f"unknown command {command}")
    return bytes(output)
