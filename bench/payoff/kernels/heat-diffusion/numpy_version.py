import numpy as np


def run(plate: np.ndarray, rate: float, steps: int) -> np.ndarray:
    if plate.ndim != 2:
        raise ValueError("a plate has two dimensions")
    for _ in range(steps):
        following = plate.copy()
        inner = plate[1:-1, 1:-1]
        around = plate[:-2, 1:-1] + plate[2:, 1:-1] + plate[1:-1, :-2] + plate[1:-1, 2:]
        following[1:-1, 1:-1] = inner + rate * (around - 4.0 * inner)
        plate = following
    return plate
