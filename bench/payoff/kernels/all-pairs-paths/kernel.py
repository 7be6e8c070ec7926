"""Shortest paths between all pairs: three nested loops over a table that changes, the inner one free of dependences."""

KIND = "dynamic-programming"
SIZES = {"small": 5, "medium": 25, "large": 110}


def make_input(size, rng):
    n = SIZES[size]
    far = 1e9
    rows = [[far if rng.random() < 0.7 else rng.uniform(1.0, 20.0) for _ in range(n)] for _ in range(n)]
    for i in range(n):
        rows[i][i] = 0.0
        rows[i][(i + 1) % n] = 5.0
    return (rows,)


BAD_INPUTS = [([[0.0, 1.0]],)]
