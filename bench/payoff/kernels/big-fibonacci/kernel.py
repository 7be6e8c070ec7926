"""Integers of many thousand digits: nearly all the time is one multiplication in C, and only a better multiplication gains."""

KIND = "bigint"
SIZES = {"small": 15_000, "medium": 150_000, "large": 1_500_000}


def make_input(size, rng):
    return (SIZES[size],)


BAD_INPUTS = [(-1,)]
