"""A polynomial at many points by Horner's rule: an inner loop of a dozen steps, each waiting for the one before."""

KIND = "numeric"
SIZES = {"small": 30, "medium": 1_500, "large": 80_000}


def make_input(size, rng):
    return ([rng.uniform(-1.0, 1.0) for _ in range(12)], [rng.uniform(-2.0, 2.0) for _ in range(SIZES[size])])


BAD_INPUTS = [([1.0], [None])]
