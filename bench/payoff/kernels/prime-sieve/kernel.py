"""A flag array with strided writes, and a list of integers as the result."""

KIND = "numeric"
SIZES = {"small": 1_000, "medium": 40_000, "large": 900_000}


def make_input(size, rng):
    return (SIZES[size],)


BAD_INPUTS = [(-1,)]
