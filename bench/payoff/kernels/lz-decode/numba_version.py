import numpy as np
from numba import njit


@njit
def decode(data):
    output = np.empty(256, dtype=np.uint8)
    end = 0
    position = 0
    while position < len(data):
        command, length = data[position], np.int64(data[position + 1])
        position += 2
        if end + length > len(output):
            larger = np.empty(2 * len(output) + length, dtype=np.uint8)
            larger[:end] = output[:end]
            output = larger
        if command == 0:
            output[end : end + length] = data[position : position + length]
            position += length
        elif command == 1:
            distance = np.int64(data[position]) << 8 | np.int64(data[position + 1])
            position += 2
            if distance == 0 or distance > end:
                raise ValueError("a copy from before the beginning")
            for i in range(end, end + length):
                output[i] = output[i - distance]
        else:
            raise ValueError("unknown command")
        end += length
    return output[:end]


def run(data: bytes) -> bytes:
    return decode(np.frombuffer(data, dtype=np.uint8)).tobytes()
