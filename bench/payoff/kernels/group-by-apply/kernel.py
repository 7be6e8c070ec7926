"""groupby().apply() with a Python function: one small frame for each group."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": (10, 1), "medium": (500, 8), "large": (40_000, 500)}


def make_input(size, rng):
    rows, groups = SIZES[size]
    return (
        {
            "key": np.array([rng.randrange(groups) for _ in range(rows)]),
            "value": np.array([rng.uniform(1, 100) for _ in range(rows)]),
            "weight": np.array([rng.uniform(0.1, 5) for _ in range(rows)]),
        },
    )
