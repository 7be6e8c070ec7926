"""The longest increasing subsequence by comparing all pairs; the standard library's bisect makes another algorithm of it."""

KIND = "dynamic-programming"
SIZES = {"small": 30, "medium": 250, "large": 1_800}


def make_input(size, rng):
    return ([rng.randrange(100_000) for _ in range(SIZES[size])],)


BAD_INPUTS = [([],)]
