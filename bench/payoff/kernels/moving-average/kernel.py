"""Means of a sliding window, each summed anew: what one writes first, and what a running sum makes needless."""

KIND = "numeric"
SIZES = {"small": 60, "medium": 1_500, "large": 60_000}


def make_input(size, rng):
    return ([rng.uniform(-10.0, 10.0) for _ in range(SIZES[size])], 24)


BAD_INPUTS = [([1.0, 2.0], 0)]
