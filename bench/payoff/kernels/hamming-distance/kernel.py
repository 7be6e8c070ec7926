"""Places in which two texts differ, for many texts: a short loop over characters behind a call."""

KIND = "strings"
SIZES = {"small": 8, "medium": 300, "large": 12_000}


def make_input(size, rng):
    word = lambda: "".join(rng.choice("ACGT") for _ in range(60))
    return ([word() for _ in range(SIZES[size])], word())


BAD_INPUTS = [(["abc", "ab"], "abc")]
