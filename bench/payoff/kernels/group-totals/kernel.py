"""Sums by key over a list of pairs: a dict operation or two for each, over records that stay Python's."""

KIND = "collections"
SIZES = {"small": 60, "medium": 4_000, "large": 400_000}


def make_input(size, rng):
    keys = [f"customer {number}" for number in range(300)]
    return ([(rng.choice(keys), rng.uniform(0.0, 50.0)) for _ in range(SIZES[size])],)


BAD_INPUTS = [([("a", "b")],)]


def normalise(result):
    return dict(result)
