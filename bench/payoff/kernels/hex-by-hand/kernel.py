"""Bytes written as hexadecimal digits by hand; bytes.hex does it in C."""

KIND = "strings"
SIZES = {"small": 150, "medium": 8_000, "large": 500_000}


def make_input(size, rng):
    return (rng.randbytes(SIZES[size]),)


BAD_INPUTS = [("text",)]
