"""A queue of dataclass events, ordered by comparison methods that run in Python, and a little state for each."""

KIND = "objects"
SIZES = {"small": 30, "medium": 1_000, "large": 25_000}


def make_input(size, rng):
    clock, arrivals = 0.0, []
    for _ in range(SIZES[size]):
        clock += rng.expovariate(1.0)
        arrivals.append(clock)
    return (arrivals, [rng.expovariate(0.4) for _ in arrivals], 3)


BAD_INPUTS = [([1.0, 2.0], [1.0], 1)]
