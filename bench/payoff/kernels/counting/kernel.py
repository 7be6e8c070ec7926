"""A dict of counts over a list of strings: one dict operation for each element is all that Rust could save."""

KIND = "collections"
SIZES = {"small": 800, "medium": 40_000, "large": 2_000_000}


def make_input(size, rng):
    keys = [f"user-{number}" for number in range(5_000)]
    return ([keys[int(rng.random() ** 3 * 5_000)] for _ in range(SIZES[size])],)


BAD_INPUTS = [(None,)]


def normalise(result):
    return dict(result)
