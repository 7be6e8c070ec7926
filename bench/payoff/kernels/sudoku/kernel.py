"""Depth-first search with a validity check that builds small slices: a short string in and out."""

KIND = "search"
SIZES = {"small": (1, 20), "medium": (10, 38), "large": (300, 38)}


def make_input(size, rng):
    count, empty = SIZES[size]
    return ([make_puzzle(empty, rng) for _ in range(count)],)


def make_puzzle(empty, rng):
    """A solved grid with rows, columns and digits exchanged, and some of its cells emptied."""
    rows = [3 * band + row for band in rng.sample(range(3), 3) for row in rng.sample(range(3), 3)]
    columns = [3 * band + column for band in rng.sample(range(3), 3) for column in rng.sample(range(3), 3)]
    digits = rng.sample("123456789", 9)
    cells = [digits[(3 * (row % 3) + row // 3 + column) % 9] for row in rows for column in columns]
    for cell in rng.sample(range(81), empty):
        cells[cell] = "."
    return "".join(cells)


BAD_INPUTS = [(["12."],), (["x" * 81],), (["11" + "." * 79],)]
