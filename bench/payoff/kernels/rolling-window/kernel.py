"""rolling().apply() with a lambda: a Series and two reductions for every window."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": (21, 20), "medium": (150, 20), "large": (5_000, 20)}


def make_input(size, rng):
    rows, window = SIZES[size]
    return (np.array([rng.gauss(0, 1) for _ in range(rows)]), window)
