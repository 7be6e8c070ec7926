import numpy as np


def run(points: list[tuple[float, float]], k: int, iterations: int) -> list[tuple[float, float]]:
    if len(points) < k:
        raise ValueError("fewer points than clusters")
    data = np.array(points)
    centres = data[:k].copy()
    for _ in range(iterations):
        distances = ((data[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        labels = distances.argmin(axis=1)
        for cluster in range(k):
            members = data[labels == cluster]
            if len(members):
                centres[cluster] = members.mean(axis=0)
    return [tuple(centre) for centre in centres.tolist()]
