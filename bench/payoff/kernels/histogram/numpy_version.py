import numpy as np


def prepare(values: list[float], low: float, high: float, bins: int) -> tuple[np.ndarray, float, float, int]:
    return np.array(values, dtype=float), low, high, bins


def run(values: np.ndarray, low: float, high: float, bins: int) -> list[int]:
    if high <= low:
        raise ValueError("the range is empty")
    inside = values[(values >= low) & (values < high)]
    return np.bincount(((inside - low) / ((high - low) / bins)).astype(np.int64), minlength=bins).tolist()
