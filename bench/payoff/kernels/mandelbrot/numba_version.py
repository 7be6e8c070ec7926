import numpy as np
from numba import njit


@njit
def escape_time(c, limit):
    z = 0j
    for n in range(limit):
        z = z * z + c
        if abs(z) > 2.0:
            return n
    return limit


@njit
def picture(width, height, limit):
    result = np.empty((height, width), dtype=np.int64)
    for y in range(height):
        for x in range(width):
            result[y, x] = escape_time(complex(-2.0 + 3.0 * x / width, -1.1 + 2.2 * y / height), limit)
    return result


def run(width: int, height: int, limit: int) -> list[list[int]]:
    return picture(width, height, limit).tolist()
