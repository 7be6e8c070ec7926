"""Four nested loops that index a NumPy array element by element: slower than lists, and the data are already where Rust wants them."""

import numpy as np

KIND = "numeric"
SIZES = {"small": 7, "medium": 36, "large": 210}


def make_input(size, rng):
    n = SIZES[size]
    image = np.array([[rng.random() for _ in range(n)] for _ in range(n)])
    return (image, np.array([[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]) / 16.0)


BAD_INPUTS = [(np.ones((2, 2)), np.ones((3, 3)))]


def normalise(result):
    return result.tolist()
