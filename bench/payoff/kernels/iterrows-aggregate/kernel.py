"""df.iterrows() with a dict of totals, the most common slow loop over a frame."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": 3, "medium": 200, "large": 10_000}


def make_input(size, rng):
    n = SIZES[size]
    return (
        {
            "region": [f"region {rng.randrange(20)}" for _ in range(n)],
            "amount": np.array([rng.uniform(1, 100) for _ in range(n)]),
            "quantity": np.array([rng.randrange(-1, 9) for _ in range(n)]),
        },
    )


def normalise(result):
    return {region: float(total) for region, total in result.items()}
