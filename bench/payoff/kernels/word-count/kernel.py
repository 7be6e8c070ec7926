"""Counting words with a dict: large text in, little out."""

KIND = "strings"
SIZES = {"small": 120, "medium": 6_000, "large": 400_000}
LETTERS = "etaoinshrdlu"


def make_input(size, rng):
    words = ["".join(rng.choice(LETTERS) for _ in range(rng.randrange(2, 9))) for _ in range(2_000)]
    return (
        " ".join(
            rng.choice(words[: rng.randrange(1, 2_000)]) + rng.choice(["", "", ",", "."]) for _ in range(SIZES[size])
        ),
    )


BAD_INPUTS = [(b"bytes",)]
