"""What a diff does: a table over two lists of lines that are compared as strings, and a walk back through it."""

KIND = "dynamic-programming"
SIZES = {"small": 18, "medium": 130, "large": 900}


def make_input(size, rng):
    lines = [f"    value_{rng.randrange(SIZES[size])} = compute({rng.randrange(9)})" for _ in range(SIZES[size])]
    changed = [line if rng.random() > 0.2 else f"{line}  # changed" for line in lines if rng.random() > 0.1]
    return (lines, changed)


BAD_INPUTS = [(["a"], None)]
