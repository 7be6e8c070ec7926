"""An encoder written out, as ports from other languages have it; the standard library does the same in C."""

KIND = "strings"
SIZES = {"small": 150, "medium": 9_000, "large": 450_000}


def make_input(size, rng):
    return (rng.randbytes(SIZES[size] + 1),)


BAD_INPUTS = [("text",)]
