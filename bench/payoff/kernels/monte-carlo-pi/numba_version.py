import random

from numba import njit


@njit
def run(samples, seed):
    random.seed(seed)
    inside = 0
    for _ in range(samples):
        x = random.random()
        y = random.random()
        if x * x + y * y <= 1.0:
            inside += 1
    return 4 * inside / samples
