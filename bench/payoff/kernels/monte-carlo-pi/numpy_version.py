import numpy as np


def run(samples: int, seed: int) -> float:
    x, y = np.random.default_rng(seed).random((2, samples))
    return 4 * np.count_nonzero(x * x + y * y <= 1.0) / samples
