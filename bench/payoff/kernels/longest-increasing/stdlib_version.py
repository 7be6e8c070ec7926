"""The smallest end of a run of each length, found by halving."""

from bisect import bisect_left


def run(values: list[int]) -> int:
    if not values:
        raise ValueError("no values")
    ends: list[int] = []
    for value in values:
        place = bisect_left(ends, value)
        if place == len(ends):
            ends.append(value)
        else:
            ends[place] = value
    return len(ends)
