"""All pairs of places on the globe: calls into math for every pair, and a result that grows with the square."""

KIND = "numeric"
SIZES = {"small": 8, "medium": 50, "large": 400}


def make_input(size, rng):
    return ([(rng.uniform(-80, 80), rng.uniform(-180, 180)) for _ in range(SIZES[size])],)


BAD_INPUTS = [([(1.0, 2.0), (1.0, None)],)]
