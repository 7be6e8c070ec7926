"""A scanner that walks a string character by character and makes a tuple for every token."""

KIND = "strings"
SIZES = {"small": 12, "medium": 500, "large": 15_000}
LINES = [
    "total = price * (1 + rate) - 12.5",
    "if count >= limit: reset(counter_1, 0)",
    "name == other != third_value / 3",
]


def make_input(size, rng):
    return ("\n".join(rng.choice(LINES) for _ in range(SIZES[size])),)


BAD_INPUTS = [("a = b $ c",)]
