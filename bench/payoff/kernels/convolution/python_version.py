import numpy as np


def run(image: np.ndarray, weights: np.ndarray) -> np.ndarray:
    height, width = image.shape
    rows, columns = weights.shape
    if height < rows or width < columns:
        raise ValueError("the image is smaller than the weights")
    result = np.zeros((height - rows + 1, width - columns + 1))
    for y in range(result.shape[0]):
        for x in range(result.shape[1]):
            total = 0.0
            for i in range(rows):
                for j in range(columns):
                    total += image[y + i, x + j] * weights[i, j]
            result[y, x] = total
    return result
