"""Complex arithmetic with a data-dependent end of the inner loop."""

KIND = "numeric"
SIZES = {"small": (8, 6, 30), "medium": (40, 24, 50), "large": (200, 150, 80)}


def make_input(size, rng):
    return SIZES[size]
