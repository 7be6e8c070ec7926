import numpy as np
from scipy.ndimage import laplace


def run(plate: np.ndarray, rate: float, steps: int) -> np.ndarray:
    if plate.ndim != 2:
        raise ValueError("a plate has two dimensions")
    for _ in range(steps):
        following = plate.copy()
        following[1:-1, 1:-1] += rate * laplace(plate)[1:-1, 1:-1]
        plate = following
    return plate
