"""Letters moved along the alphabet one by one; str.translate does the same in C."""

KIND = "strings"
SIZES = {"small": 200, "medium": 10_000, "large": 500_000}


def make_input(size, rng):
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ    ,.!"
    return ("".join(rng.choice(letters) for _ in range(SIZES[size])), 7)


BAD_INPUTS = [(["a"], None)]
