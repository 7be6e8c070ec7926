import numpy as np


def prepare(points: list[tuple[float, float]], k: int, iterations: int) -> tuple[np.ndarray, int, int]:
    return np.array(points), k, iterations


def run(points: np.ndarray, k: int, iterations: int) -> list[tuple[float, float]]:
    if len(points) < k:
        raise ValueError("fewer points than clusters")
    centres = points[:k].copy()
    for _ in range(iterations):
        distances = ((points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        labels = distances.argmin(axis=1)
        for cluster in range(k):
            members = points[labels == cluster]
            if len(members):
                centres[cluster] = members.mean(axis=0)
    return [tuple(centre) for centre in centres.tolist()]
