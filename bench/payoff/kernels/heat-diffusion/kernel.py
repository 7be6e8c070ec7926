"""A stencil over a NumPy array, element by element in Python: neighbours are read, a new array is written, many times."""

import numpy as np

KIND = "numeric"
SIZES = {"small": 6, "medium": 30, "large": 150}


def make_input(size, rng):
    n = SIZES[size]
    return (np.array([[rng.uniform(0.0, 100.0) for _ in range(n)] for _ in range(n)]), 0.1, 5)


BAD_INPUTS = [(np.ones(4), 0.1, 1)]


def normalise(result):
    return result.tolist()
