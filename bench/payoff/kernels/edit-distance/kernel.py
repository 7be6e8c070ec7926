"""A table filled cell by cell, each from its neighbours: NumPy cannot vectorise the inner loop, a library exists."""

KIND = "dynamic-programming"
SIZES = {"small": 15, "medium": 110, "large": 900}


def make_input(size, rng):
    first = "".join(rng.choice("acgt") for _ in range(SIZES[size]))
    second = "".join(rng.choice("acgt") if rng.random() < 0.2 else letter for letter in first[3:])
    return (first, second + "gattaca")


BAD_INPUTS = [("word", 5)]
