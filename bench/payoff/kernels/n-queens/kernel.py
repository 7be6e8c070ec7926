"""Backtracking by recursion with sets: nothing to vectorise, one integer in and out."""

KIND = "search"
SIZES = {"small": 6, "medium": 8, "large": 11}


def make_input(size, rng):
    return (SIZES[size],)
