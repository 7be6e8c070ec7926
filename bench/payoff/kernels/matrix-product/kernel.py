"""A triple nest over lists of lists: the textbook case for NumPy, and what small libraries do without it."""

KIND = "numeric"
SIZES = {"small": 9, "medium": 36, "large": 130}


def make_input(size, rng):
    n = SIZES[size]
    return tuple([[rng.random() for _ in range(n)] for _ in range(n)] for _ in range(2))


BAD_INPUTS = [
    ([[1.0, 2.0]], [[1.0, 2.0]]),
    ([[1.0]], [["one"]]),
]
