"""Lloyd's iterations over a list of tuples: nested loops with a running minimum."""

KIND = "numeric"
SIZES = {"small": (32, 3, 2), "medium": (600, 5, 3), "large": (7_000, 8, 6)}


def make_input(size, rng):
    points, clusters, iterations = SIZES[size]
    return ([(rng.gauss(0, 10), rng.gauss(0, 10)) for _ in range(points)], clusters, iterations)


BAD_INPUTS = [([(0.0, 1.0)], 2, 1)]
