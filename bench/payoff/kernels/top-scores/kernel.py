"""The best few of many, kept sorted by hand; heapq.nlargest does it in C."""

KIND = "search"
SIZES = {"small": 150, "medium": 6_000, "large": 1_000_000}


def make_input(size, rng):
    return ([rng.random() for _ in range(SIZES[size])], 25)


BAD_INPUTS = [([1.0], 0)]
