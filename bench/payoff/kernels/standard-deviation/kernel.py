"""Two passes over a list of floats with next to nothing in each round: what converting the list costs decides."""

KIND = "numeric"
SIZES = {"small": 200, "medium": 20_000, "large": 1_200_000}


def make_input(size, rng):
    return ([rng.gauss(10.0, 3.0) for _ in range(SIZES[size])],)


BAD_INPUTS = [([1.0],)]
