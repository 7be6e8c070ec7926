import numpy as np


def prepare(coefficients: list[float], points: list[float]) -> tuple[list[float], np.ndarray]:
    if None in points:
        raise TypeError("numbers expected")
    return coefficients, np.array(points)


def run(coefficients: list[float], points: np.ndarray) -> list[float]:
    result = np.zeros_like(points)
    for coefficient in coefficients:
        result = result * points + coefficient
    return result.tolist()
