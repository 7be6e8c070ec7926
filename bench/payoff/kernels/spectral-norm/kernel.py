"""A small function called for every element of a matrix that is never stored: calls dominate."""

KIND = "numeric"
SIZES = {"small": (6, 2), "medium": (26, 8), "large": (120, 15)}


def make_input(size, rng):
    return SIZES[size]


BAD_INPUTS = [("six", 2)]
