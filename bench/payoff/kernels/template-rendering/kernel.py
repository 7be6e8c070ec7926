"""HTML from a list of dicts: escaping, formatting of numbers, one large string out."""

KIND = "strings"
SIZES = {"small": 50, "medium": 2_000, "large": 60_000}


def make_input(size, rng):
    names = ["Bolt M3", "Nut <steel>", "Washer & ring", 'Pipe 2"']
    rows = [
        {"name": rng.choice(names), "price": rng.uniform(0.1, 99), "count": rng.randrange(30)}
        for _ in range(SIZES[size])
    ]
    return ("Stock & orders", rows)


BAD_INPUTS = [("Title", [{"name": "x", "price": 1.0}])]
