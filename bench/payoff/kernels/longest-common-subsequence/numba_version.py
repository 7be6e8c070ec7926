"""Lines become numbers first; the loop then never sees a string."""

import numpy as np
from numba import njit


@njit
def table(a, b):
    lengths = np.zeros((len(a) + 1, len(b) + 1), dtype=np.int32)
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                lengths[i + 1, j + 1] = lengths[i, j] + 1
            else:
                lengths[i + 1, j + 1] = max(lengths[i + 1, j], lengths[i, j + 1])
    return lengths


@njit
def walk_back(a, b, lengths):
    kept = []
    i, j = len(a), len(b)
    while i > 0 and j > 0:
        if a[i - 1] == b[j - 1]:
            kept.append(i - 1)
            i -= 1
            j -= 1
        elif lengths[i - 1, j] >= lengths[i, j - 1]:
            i -= 1
        else:
            j -= 1
    return kept


def run(a: list[str], b: list[str]) -> list[str]:
    numbers: dict[str, int] = {}
    first = np.array([numbers.setdefault(line, len(numbers)) for line in a], dtype=np.int64)
    second = np.array([numbers.setdefault(line, len(numbers)) for line in b], dtype=np.int64)
    return [a[i] for i in reversed(walk_back(first, second, table(first, second)))]
