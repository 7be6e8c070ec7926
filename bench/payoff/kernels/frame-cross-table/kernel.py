"""A table of sums by two columns, each cell by a filter of the whole frame: a loop over the values that pivots and group_by are for."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": (4, 2), "medium": (600, 5), "large": (20_000, 12)}


def make_input(size, rng):
    n, values = SIZES[size]
    return (
        {
            "shop": np.array([rng.randrange(values) for _ in range(n)]),
            "month": np.array([rng.randrange(12) for _ in range(n)]),
            "amount": np.array([rng.uniform(1.0, 90.0) for _ in range(n)]),
        },
    )
