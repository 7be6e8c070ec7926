"""Regions of equal cells in a grid of lists, by a queue of coordinates: a tuple and a set entry for every cell."""

KIND = "search"
SIZES = {"small": 10, "medium": 60, "large": 420}


def make_input(size, rng):
    n = SIZES[size]
    return ([[int(rng.random() < 0.6) for _ in range(n)] for _ in range(n)],)


BAD_INPUTS = [([[1, 1], None],)]
