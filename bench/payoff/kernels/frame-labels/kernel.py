"""A label for each row, put together by df.apply from text and numbers: text columns gain less than numbers do."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": 4, "medium": 300, "large": 12_000}


def make_input(size, rng):
    n = SIZES[size]
    return (
        {
            "name": [f"item {rng.randrange(500)}" for _ in range(n)],
            "size": [rng.choice(["S", "M", "L"]) for _ in range(n)],
            "stock": np.array([rng.randrange(90) for _ in range(n)]),
        },
    )
