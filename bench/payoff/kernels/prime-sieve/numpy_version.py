from math import isqrt

import numpy as np


def run(limit: int) -> list[int]:
    if limit < 0:
        raise ValueError("the limit is negative")
    is_prime = np.ones(limit + 1, dtype=bool)
    is_prime[:2] = False
    for number in range(2, isqrt(limit) + 1):
        if is_prime[number]:
            is_prime[number * number :: number] = False
    return np.flatnonzero(is_prime).tolist()
