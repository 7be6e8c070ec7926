from zlib import crc32


def run(data: bytes) -> int:
    return crc32(data)
