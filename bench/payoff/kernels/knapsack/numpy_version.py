import numpy as np


def run(weights: list[int], values: list[int], capacity: int) -> int:
    if len(weights) != len(values):
        raise ValueError("as many weights as values expected")
    best = np.zeros(capacity + 1, dtype=np.int64)
    for weight, value in zip(weights, values):
        if weight <= capacity:
            best[weight:] = np.maximum(best[weight:], best[: capacity + 1 - weight] + value)
    return int(best[capacity])
