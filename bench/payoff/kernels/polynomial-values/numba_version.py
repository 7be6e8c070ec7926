import numpy as np
from numba import njit


@njit
def values(coefficients, points):
    results = np.empty_like(points)
    for i, x in enumerate(points):
        result = 0.0
        for coefficient in coefficients:
            result = result * x + coefficient
        results[i] = result
    return results


def prepare(coefficients: list[float], points: list[float]) -> tuple[np.ndarray, np.ndarray]:
    if None in points:
        raise TypeError("numbers expected")
    return np.array(coefficients), np.array(points)


def run(coefficients: np.ndarray, points: np.ndarray) -> list[float]:
    return values(coefficients, points).tolist()
