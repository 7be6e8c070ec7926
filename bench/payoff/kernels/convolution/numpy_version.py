import numpy as np


def run(image: np.ndarray, weights: np.ndarray) -> np.ndarray:
    rows, columns = weights.shape
    height, width = image.shape[0] - rows + 1, image.shape[1] - columns + 1
    if height < 1 or width < 1:
        raise ValueError("the image is smaller than the weights")
    result = np.zeros((height, width))
    for i in range(rows):
        for j in range(columns):
            result += image[i : i + height, j : j + width] * weights[i, j]
    return result
