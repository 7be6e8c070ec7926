"""A serialiser that asks every value for its type: Rust has to ask Python just as often."""

KIND = "strings"
SIZES = {"small": 12, "medium": 500, "large": 15_000}


def make_input(size, rng):
    def record(number):
        return {
            "id": number,
            "name": f'user "{number}"',
            "active": rng.random() < 0.5,
            "score": rng.randrange(1, 10_000) / 8,
            "manager": None,
            "tags": [rng.choice(["red", "green", "blue"]) for _ in range(3)],
        }

    return ([record(number) for number in range(SIZES[size])],)


BAD_INPUTS = [([{"id": {1, 2}}],)]
