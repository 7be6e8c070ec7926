import numpy as np
from numba import njit


@njit
def shorten(best):
    n = len(best)
    for k in range(n):
        for i in range(n):
            for j in range(n):
                through = best[i, k] + best[k, j]
                if through < best[i, j]:
                    best[i, j] = through


def prepare(lengths: list[list[float]]) -> tuple[np.ndarray]:
    return (np.array(lengths),)


def run(lengths: np.ndarray) -> list[list[float]]:
    if lengths.ndim != 2 or lengths.shape[0] != lengths.shape[1]:
        raise ValueError("a square table expected")
    best = lengths.copy()
    shorten(best)
    return best.tolist()
