"""A cache written with a dict and a linked list of nodes: pointers change hands at every request."""

KIND = "objects"
SIZES = {"small": 200, "medium": 8_000, "large": 300_000}


def make_input(size, rng):
    requests = [f"/page/{int(rng.paretovariate(0.7)) % 5_000}" for _ in range(SIZES[size])]
    return (requests, 20 if size == "small" else 300)


BAD_INPUTS = [(["/a"], 0)]
