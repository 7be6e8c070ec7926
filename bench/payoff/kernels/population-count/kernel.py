"""Bit tricks on a list of 64-bit integers: cheap in registers, and an object for every step in Python."""

KIND = "bits"
SIZES = {"small": 40, "medium": 2_000, "large": 90_000}


def make_input(size, rng):
    return ([rng.getrandbits(63) for _ in range(SIZES[size])],)


BAD_INPUTS = [([3, "seven"],)]
