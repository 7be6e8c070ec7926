"""Similarity of all pairs of sets: the intersection is C already, the loop around it is not."""

KIND = "collections"
SIZES = {"small": (20, 20), "medium": (80, 30), "large": (320, 60)}


def make_input(size, rng):
    groups, members = SIZES[size]
    return ([set(rng.sample(range(300), members)) for _ in range(groups)], 0.1)


BAD_INPUTS = [([{1}, 5], 0.1)]
