"""Decoding copies of earlier output: every step depends on the last, so there is nothing to vectorise."""

KIND = "strings"
SIZES = {"small": 60, "medium": 2_500, "large": 120_000}


def make_input(size, rng):
    """Commands: 0, n and n bytes to copy; or 1, length and two bytes of distance back."""
    data = bytearray([0, 8]) + b"breakeve"
    produced = 8
    for _ in range(SIZES[size]):
        if rng.random() < 0.3:
            count = rng.randrange(1, 12)
            data += bytes([0, count]) + bytes(rng.randrange(97, 123) for _ in range(count))
        else:
            count = rng.randrange(4, 40)
            data += bytes([1, count]) + rng.randrange(1, min(produced, 60_000)).to_bytes(2, "big")
        produced += count
    return (bytes(data),)


BAD_INPUTS = [(b"\x01\x04\x00\x09",), (b"\x07\x01",)]
