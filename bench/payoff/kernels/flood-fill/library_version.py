import numpy as np
from scipy.ndimage import label


def prepare(grid: list[list[int]]) -> tuple[np.ndarray]:
    if not all(isinstance(row, list) for row in grid):
        raise TypeError("rows expected")
    return (np.array(grid),)


def run(grid: np.ndarray) -> list[int]:
    labels, count = label(grid)
    return np.bincount(labels.ravel(), minlength=count + 1)[1:].tolist()
