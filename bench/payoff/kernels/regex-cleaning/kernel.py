"""A handful of substitutions for every text: the work is in C already, in an engine that backtracks."""

KIND = "strings"
SIZES = {"small": 6, "medium": 250, "large": 14_000}
PIECES = [
    "<p>",
    "</p>",
    "<b class='x'>",
    "plain words",
    "https://example.org/a?b=1",
    "  ",
    "user@example.org",
    "12345",
    "the end",
    "\t",
]


def make_input(size, rng):
    return ([" ".join(rng.choice(PIECES) for _ in range(12)) for _ in range(SIZES[size])],)


BAD_INPUTS = [([None],)]
