"""Counting floats into equal bins: one division and one store for each, and a short list as the result."""

KIND = "numeric"
SIZES = {"small": 300, "medium": 20_000, "large": 1_000_000}


def make_input(size, rng):
    return ([rng.gauss(50.0, 15.0) for _ in range(SIZES[size])], 0.0, 100.0, 40)


BAD_INPUTS = [([1.0], 5.0, 5.0, 4)]
