"""Sorting objects by their own __lt__: Python code runs for every comparison."""

KIND = "objects"
SIZES = {"small": 50, "medium": 1_000, "large": 25_000}


def make_input(size, rng):
    def version():
        base = f"{rng.randrange(4)}.{rng.randrange(30)}.{rng.randrange(50)}"
        return base + rng.choice(["", "", "-alpha", "-beta", "-rc1"])

    return ([version() for _ in range(SIZES[size])],)


BAD_INPUTS = [(["1.2.3", "1.x.3"],), (["1.2"],)]
