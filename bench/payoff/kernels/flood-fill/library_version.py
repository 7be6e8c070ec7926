import numpy as np
from scipy.ndimage import label


def run(grid: list[list[int]]) -> list[int]:
    if not all(isinstance(row, list) for row in grid):
        raise TypeError("rows expected")
    labels, count = label(np.array(grid))
    return np.bincount(labels.ravel(), minlength=count + 1)[1:].tolist()
