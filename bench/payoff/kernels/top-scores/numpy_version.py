import numpy as np


def prepare(scores: list[float], count: int) -> tuple[np.ndarray, int]:
    return np.array(scores), count


def run(scores: np.ndarray, count: int) -> list[float]:
    if count < 1:
        raise ValueError("how many?")
    best = np.partition(scores, len(scores) - min(count, len(scores)))[-count:]
    return np.sort(best)[::-1].tolist()
