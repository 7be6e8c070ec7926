"""Random numbers in a loop. Each version draws from its own generator, so results are compared as estimates, not digit by digit."""

from math import pi

KIND = "numeric"
SIZES = {"small": 700, "medium": 20_000, "large": 1_000_000}


def make_input(size, rng):
    return (SIZES[size], rng.randrange(1_000_000))


def normalise(result):
    """At 700 points the standard error is 0.06: five of these and a little are allowed."""
    return bool(abs(result - pi) < 0.35)
