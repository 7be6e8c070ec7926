"""A running sum: each value goes in once and comes out once."""

from itertools import accumulate


def run(values: list[float], window: int) -> list[float]:
    if window < 1:
        raise ValueError("the window is empty")
    sums = list(accumulate(values, initial=0.0))
    return [(after - before) / window for before, after in zip(sums, sums[window:])]
