"""Short-lived objects of several classes with small methods: allocation and dispatch are the work."""

KIND = "objects"
SIZES = {"small": 60, "medium": 2_500, "large": 100_000}


def make_input(size, rng):
    return (
        [
            (rng.choice(["plain", "bulk", "member"]), rng.uniform(1, 80), rng.randrange(1, 40))
            for _ in range(SIZES[size])
        ],
    )


BAD_INPUTS = [([("gift", 1.0, 1)],), ([("plain", "free", 1)],)]
