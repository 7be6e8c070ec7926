"""fsum adds in C, and exactly."""

from math import fsum


def run(values: list[float]) -> float:
    if len(values) < 2:
        raise ValueError("two values expected")
    mean = fsum(values) / len(values)
    return (fsum([(value - mean) ** 2 for value in values]) / (len(values) - 1)) ** 0.5
