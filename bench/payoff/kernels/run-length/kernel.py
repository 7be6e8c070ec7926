"""Run-length encoding of bytes: a byte view in, a list of pairs out."""

KIND = "strings"
SIZES = {"small": 2_000, "medium": 80_000, "large": 3_000_000}


def make_input(size, rng):
    data = bytearray()
    while len(data) < SIZES[size]:
        data += bytes([rng.randrange(4)]) * rng.randrange(1, 20)
    return (bytes(data),)


BAD_INPUTS = [(None,)]
