"""Gaussian elimination over lists of lists: the textbook's three loops, which LAPACK has ready."""

KIND = "numeric"
SIZES = {"small": 4, "medium": 24, "large": 110}


def make_input(size, rng):
    n = SIZES[size]
    matrix = [[rng.uniform(-1.0, 1.0) for _ in range(n)] for _ in range(n)]
    for i in range(n):
        matrix[i][i] += n
    return (matrix, [rng.uniform(-5.0, 5.0) for _ in range(n)])


BAD_INPUTS = [([[0.0, 0.0], [0.0, 0.0]], [1.0, 2.0])]
