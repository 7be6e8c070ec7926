import numpy as np

DIGITS = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)


def run(data: bytes) -> str:
    given = np.frombuffer(memoryview(data), dtype=np.uint8)
    text = np.empty(2 * len(given), dtype=np.uint8)
    text[0::2] = DIGITS[given >> 4]
    text[1::2] = DIGITS[given & 15]
    return text.tobytes().decode("ascii")
