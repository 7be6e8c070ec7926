"""Union-find over a list of edges: short chains of look-ups that wait for each other, and pairs of ints to convert."""

KIND = "search"
SIZES = {"small": 40, "medium": 2_500, "large": 150_000}


def make_input(size, rng):
    n = SIZES[size]
    return (n, [(rng.randrange(n), rng.randrange(n)) for _ in range(n)])


BAD_INPUTS = [(0, [])]
