import numpy as np
from numba import njit


@njit
def deviation(values):
    total = 0.0
    for value in values:
        total += value
    mean = total / len(values)
    squares = 0.0
    for value in values:
        squares += (value - mean) ** 2
    return (squares / (len(values) - 1)) ** 0.5


def prepare(values: list[float]) -> tuple[np.ndarray]:
    return (np.array(values),)


def run(values: np.ndarray) -> float:
    if len(values) < 2:
        raise ValueError("two values expected")
    return deviation(values)
