"""Rows counted by a condition that df.apply asks of each; a frame compares whole columns."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": 4, "medium": 300, "large": 12_000}


def make_input(size, rng):
    n = SIZES[size]
    return (
        {
            "age": np.array([rng.randrange(1, 95) for _ in range(n)]),
            "score": np.array([rng.uniform(0.0, 1.0) for _ in range(n)]),
            "visits": np.array([rng.randrange(0, 40) for _ in range(n)]),
        },
    )
