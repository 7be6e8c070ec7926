import numpy as np
from scipy.signal import correlate2d


def run(image: np.ndarray, weights: np.ndarray) -> np.ndarray:
    if image.shape[0] < weights.shape[0] or image.shape[1] < weights.shape[1]:
        raise ValueError("the image is smaller than the weights")
    return correlate2d(image, weights, mode="valid")
