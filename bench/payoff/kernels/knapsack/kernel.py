"""One row that is updated for every item: the inner loop can be vectorised if one sees that it runs backwards."""

KIND = "dynamic-programming"
SIZES = {"small": (10, 100), "medium": (50, 1_000), "large": (150, 9_000)}


def make_input(size, rng):
    items, capacity = SIZES[size]
    weights = [rng.randrange(5, capacity // 3) for _ in range(items)]
    return (weights, [rng.randrange(1, 1_000) for _ in range(items)], capacity)


BAD_INPUTS = [([1, 2], [3], 10), ([1, "two"], [3, 4], 10)]
