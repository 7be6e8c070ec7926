"""Duplicates left out, order kept: one look into a set for each value; dict.fromkeys does the same in C."""

KIND = "collections"
SIZES = {"small": 100, "medium": 8_000, "large": 600_000}


def make_input(size, rng):
    n = SIZES[size]
    return ([rng.randrange(n // 3) for _ in range(n)],)


BAD_INPUTS = [(None,)]
