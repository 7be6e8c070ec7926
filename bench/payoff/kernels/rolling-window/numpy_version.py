import numpy as np


def run(values: np.ndarray, window: int) -> list[float]:
    windows = np.lib.stride_tricks.sliding_window_view(values, window)
    return (windows.max(axis=1) - windows.min(axis=1)).tolist()
