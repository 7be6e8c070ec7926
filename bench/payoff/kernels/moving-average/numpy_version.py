import numpy as np


def prepare(values: list[float], window: int) -> tuple[np.ndarray, int]:
    return np.array(values), window


def run(values: np.ndarray, window: int) -> list[float]:
    if window < 1:
        raise ValueError("the window is empty")
    sums = np.concatenate(([0.0], np.cumsum(values)))
    return ((sums[window:] - sums[:-window]) / window).tolist()
