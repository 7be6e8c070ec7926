import numpy as np
from numba import njit


@njit
def sieve(limit):
    is_prime = np.ones(limit + 1, dtype=np.bool_)
    is_prime[:2] = False
    for number in range(2, limit + 1):
        if is_prime[number]:
            for multiple in range(number * number, limit + 1, number):
                is_prime[multiple] = False
    return np.flatnonzero(is_prime)


def run(limit: int) -> list[int]:
    if limit < 0:
        raise ValueError("the limit is negative")
    return sieve(limit).tolist()
