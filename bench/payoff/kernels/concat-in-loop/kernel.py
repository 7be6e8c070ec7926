"""A frame that grows by concat in a loop: every step copies all that came before. The algorithm is the fault, not Python."""

KIND = "dataframe"
SIZES = {"small": 1, "medium": 12, "large": 400}


def make_input(size, rng):
    def chunk():
        return {"sensor": [rng.randrange(50) for _ in range(40)], "value": [rng.gauss(20, 3) for _ in range(40)]}

    return ([chunk() for _ in range(SIZES[size])],)
