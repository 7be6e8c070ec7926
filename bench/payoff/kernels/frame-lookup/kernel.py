"""A column looked up in a dict row by row with iterrows; a frame does it as one mapping or join."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": 4, "medium": 250, "large": 8_000}


def make_input(size, rng):
    n = SIZES[size]
    codes = [f"P{number}" for number in range(200)]
    return (
        {"product": [rng.choice(codes) for _ in range(n)], "pieces": np.array([rng.randrange(1, 20) for _ in range(n)])},
        {code: rng.uniform(1.0, 90.0) for code in codes[:180]},
    )
