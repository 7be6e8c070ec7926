import numpy as np


def run(plate: np.ndarray, rate: float, steps: int) -> np.ndarray:
    if plate.ndim != 2:
        raise ValueError("a plate has two dimensions")
    height, width = plate.shape
    for _ in range(steps):
        following = plate.copy()
        for y in range(1, height - 1):
            for x in range(1, width - 1):
                around = plate[y - 1, x] + plate[y + 1, x] + plate[y, x - 1] + plate[y, x + 1]
                following[y, x] = plate[y, x] + rate * (around - 4.0 * plate[y, x])
        plate = following
    return plate
