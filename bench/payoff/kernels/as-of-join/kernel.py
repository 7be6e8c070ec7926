"""The last quote before each trade, by a filter of the whole frame for every row."""

import numpy as np

KIND = "dataframe"
SIZES = {"small": (1, 10), "medium": (12, 300), "large": (500, 5_000)}


def make_input(size, rng):
    trades, quotes = SIZES[size]
    end = 10 * quotes
    quote_times = sorted([0, *rng.sample(range(1, end), quotes)])
    return (
        {"time": np.array(sorted(rng.randrange(end) for _ in range(trades)))},
        {"time": np.array(quote_times), "price": np.array([rng.uniform(90, 110) for _ in quote_times])},
    )
