"""Each row's share of its group, with a filter of the whole frame for every row: quadratic, where a frame sums by group once."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": 4, "medium": 60, "large": 600}


def make_input(size, rng):
    n = SIZES[size]
    return (
        {
            "team": np.array([rng.randrange(8) for _ in range(n)]),
            "points": np.array([rng.uniform(1.0, 30.0) for _ in range(n)]),
        },
    )
