import numpy as np
from numba import njit


def make_table() -> np.ndarray:
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & 1, table >> 1 ^ np.uint32(0xEDB88320), table >> 1).astype(np.uint32)
    return table


TABLE = make_table()


@njit
def checksum(data, table):
    crc = np.uint32(0xFFFFFFFF)
    for byte in data:
        crc = table[(crc ^ byte) & np.uint32(0xFF)] ^ (crc >> np.uint32(8))
    return crc ^ np.uint32(0xFFFFFFFF)


def run(data: bytes) -> int:
    if not isinstance(data, bytes):
        raise TypeError("bytes expected")
    return int(checksum(np.frombuffer(data, dtype=np.uint8), TABLE))
