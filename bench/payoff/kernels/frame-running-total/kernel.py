"""A balance for each account, row by row with iloc: frames have cumulative sums by group."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": 4, "medium": 150, "large": 4_000}


def make_input(size, rng):
    n = SIZES[size]
    return (
        {
            "account": np.array([rng.randrange(25) for _ in range(n)]),
            "amount": np.array([rng.uniform(-50.0, 60.0) for _ in range(n)]),
        },
    )
