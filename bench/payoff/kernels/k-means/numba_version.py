import numpy as np
from numba import njit


@njit
def lloyd(data, k, iterations):
    centres = data[:k].copy()
    for _ in range(iterations):
        sums = np.zeros((k, 2))
        counts = np.zeros(k)
        for p in range(len(data)):
            best, best_distance = 0, np.inf
            for c in range(k):
                distance = (data[p, 0] - centres[c, 0]) ** 2 + (data[p, 1] - centres[c, 1]) ** 2
                if distance < best_distance:
                    best, best_distance = c, distance
            sums[best] += data[p]
            counts[best] += 1
        for c in range(k):
            if counts[c] > 0:
                centres[c] = sums[c] / counts[c]
    return centres


def prepare(points: list[tuple[float, float]], k: int, iterations: int) -> tuple[np.ndarray, int, int]:
    return np.array(points), k, iterations


def run(points: np.ndarray, k: int, iterations: int) -> list[tuple[float, float]]:
    if len(points) < k:
        raise ValueError("fewer points than clusters")
    return [tuple(centre) for centre in lloyd(points, k, iterations).tolist()]
