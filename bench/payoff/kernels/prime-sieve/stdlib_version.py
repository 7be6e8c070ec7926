from itertools import compress
from math import isqrt


def run(limit: int) -> list[int]:
    if limit < 0:
        raise ValueError("the limit is negative")
    is_prime = bytearray([1]) * (limit + 1)
    is_prime[:2] = bytes(min(2, limit + 1))
    for number in range(2, isqrt(limit) + 1):
        if is_prime[number]:
            is_prime[number * number :: number] = bytes(len(range(number * number, limit + 1, number)))
    return list(compress(range(limit + 1), is_prime))
