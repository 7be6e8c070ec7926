import numpy as np


def run(n: int, iterations: int) -> float:
    index = np.arange(n)
    diagonal = index[:, None] + index
    matrix = 1.0 / (diagonal * (diagonal + 1) // 2 + index[:, None] + 1)
    u = v = np.ones(n)
    for _ in range(iterations):
        v = matrix.T @ (matrix @ u)
        u = matrix.T @ (matrix @ v)
    return float(np.sqrt((u @ v) / (v @ v)))
