import numpy as np
from numba import njit


@njit
def keep(scores, count):
    best = np.empty(count + 1)
    kept = 0
    for score in scores:
        if kept < count or score > best[kept - 1]:
            place = kept
            while place > 0 and best[place - 1] < score:
                best[place] = best[place - 1]
                place -= 1
            best[place] = score
            kept = min(kept + 1, count)
    return best[:kept]


def prepare(scores: list[float], count: int) -> tuple[np.ndarray, int]:
    return np.array(scores), count


def run(scores: np.ndarray, count: int) -> list[float]:
    if count < 1:
        raise ValueError("how many?")
    return keep(scores, count).tolist()
