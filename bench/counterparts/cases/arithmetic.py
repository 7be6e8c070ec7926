"""Arithmetic on one or a few numbers, and over sequences of them."""

import itertools
import math
import random
from collections import deque

RNG = random.Random(1)

FLOATS = [([RNG.random() for _ in range(size)],) for size in (20, 10_000)]
VECTORS = [
    ([RNG.random() for _ in range(size)], [RNG.random() for _ in range(size)]) for size in (3, 2_000)
]

greatest_common_divisor_inputs = [(1071, 462), (2**61 - 1, 2**45 - 7)]


def greatest_common_divisor_by_hand(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


def greatest_common_divisor_counterpart(a: int, b: int) -> int:
    return math.gcd(a, b)


integer_square_root_inputs = [(10**6 + 7,), (10**40 + 7,)]


def integer_square_root_by_hand(n: int) -> int:
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x


def integer_square_root_counterpart(n: int) -> int:
    return math.isqrt(n)


modular_power_inputs = [(7, 560, 561), (3, 2**61 - 3, 2**61 - 1)]


def modular_power_by_hand(base: int, exponent: int, modulus: int) -> int:
    result = 1
    base %= modulus
    while exponent > 0:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def modular_power_counterpart(base: int, exponent: int, modulus: int) -> int:
    return pow(base, exponent, modulus)


factorial_inputs = [(12,), (300,)]


def factorial_by_hand(n: int) -> int:
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def factorial_counterpart(n: int) -> int:
    return math.factorial(n)


binomial_coefficient_inputs = [(20, 10), (300, 150)]


def binomial_coefficient_by_hand(n: int, k: int) -> int:
    result = 1
    for i in range(k):
        result = result * (n - i) // (i + 1)
    return result


def binomial_coefficient_counterpart(n: int, k: int) -> int:
    return math.comb(n, k)


sum_of_elements_inputs = FLOATS


def sum_of_elements_by_hand(values: list[float]) -> float:
    total = 0.0
    for value in values:
        total += value
    return total


def sum_of_elements_counterpart(values: list[float]) -> float:
    return sum(values)


product_of_elements_inputs = [([1.0 + value / 1000 for value in values],) for (values,) in FLOATS]


def product_of_elements_by_hand(values: list[float]) -> float:
    result = 1.0
    for value in values:
        result *= value
    return result


def product_of_elements_counterpart(values: list[float]) -> float:
    return math.prod(values)


running_totals_inputs = FLOATS


def running_totals_by_hand(values: list[float]) -> list[float]:
    totals = []
    total = 0.0
    for value in values:
        total += value
        totals.append(total)
    return totals


def running_totals_counterpart(values: list[float]) -> list[float]:
    return list(itertools.accumulate(values))


euclidean_distance_inputs = VECTORS


def euclidean_distance_by_hand(a: list[float], b: list[float]) -> float:
    total = 0.0
    for x, y in zip(a, b):
        total += (x - y) ** 2
    return math.sqrt(total)


def euclidean_distance_counterpart(a: list[float], b: list[float]) -> float:
    return math.dist(a, b)


prefix_sums_recomputed_inputs = [(values[:20],) for (values,) in FLOATS[:1]] + [(values[:1000],) for (values,) in FLOATS[1:]]


def prefix_sums_recomputed_by_hand(values: list[float]) -> list[float]:
    return [sum(values[: i + 1]) for i in range(len(values))]


def prefix_sums_recomputed_counterpart(values: list[float]) -> list[float]:
    return list(itertools.accumulate(values))


window_sums_recomputed_inputs = [(FLOATS[0][0], 5), (FLOATS[1][0], 50)]


def window_sums_recomputed_by_hand(values: list[float], width: int) -> list[float]:
    sums = []
    for i in range(len(values) - width + 1):
        sums.append(sum(values[i : i + width]))
    return sums


def window_sums_recomputed_counterpart(values: list[float], width: int) -> list[float]:
    totals = list(itertools.accumulate(values, initial=0.0))
    return [high - low for low, high in zip(totals, totals[width:])]


prime_sieve_inputs = [(1_000,), (100_000,)]


def prime_sieve_by_hand(n: int) -> list[int]:
    sieve = [True] * (n + 1)
    i = 2
    while i * i <= n:
        if sieve[i]:
            for j in range(i * i, n + 1, i):
                sieve[j] = False
        i += 1
    return [i for i in range(2, n + 1) if sieve[i]]


def prime_sieve_counterpart(n: int) -> list[int]:
    sieve = bytearray([1]) * (n + 1)
    for i in range(2, math.isqrt(n) + 1):
        if sieve[i]:
            sieve[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i in range(2, n + 1) if sieve[i]]


range_sums_recomputed_inputs = [
    ([1] * 20, [(0, 10), (5, 15), (2, 18)]),
    ([1] * 10_000, [(i, i + 3_000) for i in range(1_000)]),
]


def range_sums_recomputed_by_hand(values: list[int], queries: list[tuple[int, int]]) -> list[int]:
    sums = []
    for low, high in queries:
        sums.append(sum(values[low : high + 1]))
    return sums


def range_sums_recomputed_counterpart(values: list[int], queries: list[tuple[int, int]]) -> list[int]:
    totals = list(itertools.accumulate(values, initial=0))
    return [totals[high + 1] - totals[low] for low, high in queries]


window_extremes_recomputed_inputs = [(FLOATS[1][0][:500], 50), (FLOATS[1][0], 500)]


def window_extremes_recomputed_by_hand(values: list[float], width: int) -> list[float]:
    largest = []
    for i in range(len(values) - width + 1):
        largest.append(max(values[i : i + width]))
    return largest


def window_extremes_recomputed_counterpart(values: list[float], width: int) -> list[float]:
    largest = []
    candidates: deque[int] = deque()
    for i, value in enumerate(values):
        while candidates and values[candidates[-1]] <= value:
            candidates.pop()
        candidates.append(i)
        if candidates[0] <= i - width:
            candidates.popleft()
        if i >= width - 1:
            largest.append(values[candidates[0]])
    return largest
