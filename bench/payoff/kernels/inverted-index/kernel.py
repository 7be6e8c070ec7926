"""Words to the documents that hold them: a dict of lists is the result, so it is made twice when Rust does it."""

KIND = "collections"
SIZES = {"small": 12, "medium": 500, "large": 25_000}


def make_input(size, rng):
    words = [f"word{number}" for number in range(3_000)]
    return ([" ".join(words[int(rng.paretovariate(0.6)) % 3_000] for _ in range(25)) for _ in range(SIZES[size])],)


BAD_INPUTS = [([b"bytes"],)]
