"""A visitor over a syntax tree that Python built: dispatch by name, attributes of objects that Rust does not own."""

import ast

KIND = "objects"
SIZES = {"small": 1, "medium": 40, "large": 2_000}


def make_input(size, rng):
    functions = []
    for number in range(SIZES[size]):
        functions.append(
            f"def function_{number}(items, limit={rng.randrange(9)}):\n"
            f"    total = {rng.randrange(100)}\n"
            "    for item in items:\n"
            "        if item.value > limit and item.name:\n"
            "            total += convert(item.value) * 2\n"
            "    return total\n"
        )
    return (ast.parse("\n".join(functions)),)


BAD_INPUTS = [("def f(): pass",)]
