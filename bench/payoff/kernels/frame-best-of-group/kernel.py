"""The best rows of each group by groupby().apply() with a function that sorts: one small frame for each group."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": (6, 2), "medium": (300, 30), "large": (9_000, 400)}


def make_input(size, rng):
    n, groups = SIZES[size]
    return (
        {
            "player": np.array([rng.randrange(groups) for _ in range(n)]),
            "score": np.array([rng.uniform(0.0, 100.0) for _ in range(n)]),
        },
    )
