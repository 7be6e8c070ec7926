"""Many searches in a sorted list by halving, written out; bisect does one in C, searchsorted all of them."""

KIND = "search"
SIZES = {"small": 40, "medium": 1_500, "large": 60_000}


def make_input(size, rng):
    n = SIZES[size]
    return (sorted(rng.uniform(0.0, 1e6) for _ in range(n)), [rng.uniform(0.0, 1e6) for _ in range(n)])


BAD_INPUTS = [([1.0, 2.0], [None])]
