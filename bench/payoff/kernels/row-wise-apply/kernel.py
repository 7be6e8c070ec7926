"""df.apply(axis=1): a Series is made for every row. Making the frame is part of every version, which small sizes show."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": 4, "medium": 300, "large": 15_000}


def make_input(size, rng):
    n = SIZES[size]
    return (
        {
            "weight": np.array([rng.uniform(0.1, 40) for _ in range(n)]),
            "distance": np.array([rng.uniform(1, 2_000) for _ in range(n)]),
            "zone": [rng.choice("ABC") for _ in range(n)],
        },
    )
