"""A checksum byte by byte: integers and a table; the standard library has it in C."""

KIND = "strings"
SIZES = {"small": 500, "medium": 25_000, "large": 1_500_000}


def make_input(size, rng):
    return (rng.randbytes(SIZES[size]),)


BAD_INPUTS = [("text",)]
