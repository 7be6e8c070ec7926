"""Generations of a grid of lists: eight neighbours of every cell, looked up one by one."""

KIND = "numeric"
SIZES = {"small": 6, "medium": 30, "large": 150}


def make_input(size, rng):
    n = SIZES[size]
    return ([[int(rng.random() < 0.35) for _ in range(n)] for _ in range(n)], 4)


BAD_INPUTS = [([], 1)]
