"""Moves of Reversi on two 64-bit boards, counted to a depth: shifts and masks, and integers that Python lets grow past 64 bits."""

KIND = "bits"
SIZES = {"small": 2, "medium": 4, "large": 7}


def make_input(size, rng):
    return (0x0000_0008_1000_0000, 0x0000_0010_0800_0000, SIZES[size])


BAD_INPUTS = [(3, 1, 1)]
