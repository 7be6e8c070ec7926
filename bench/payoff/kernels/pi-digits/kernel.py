"""The spigot for pi: integers that grow with every digit, so that most of the time is long division."""

KIND = "bigint"
SIZES = {"small": 30, "medium": 250, "large": 1_300}


def make_input(size, rng):
    return (SIZES[size],)
