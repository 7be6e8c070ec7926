from mypy_extensions import i64


def make_table() -> list[i64]:
    table: list[i64] = []
    for start in range(256):
        byte: i64 = start
        for _ in range(8):
            byte = byte >> 1 ^ 0xEDB88320 if byte & 1 else byte >> 1
        table.append(byte)
    return table


TABLE = make_table()


def run(data: bytes) -> int:
    crc: i64 = 0xFFFFFFFF
    table = TABLE
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF
