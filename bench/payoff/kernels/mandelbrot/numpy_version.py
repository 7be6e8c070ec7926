import numpy as np


def run(width: int, height: int, limit: int) -> list[list[int]]:
    x, y = np.arange(width), np.arange(height)[:, None]
    c = (-2.0 + 3.0 * x / width) + 1j * (-1.1 + 2.2 * y / height)
    z = np.zeros_like(c)
    result = np.full(c.shape, limit)
    alive = np.ones(c.shape, dtype=bool)
    for n in range(limit):
        z[alive] = z[alive] * z[alive] + c[alive]
        escaped = alive & (np.abs(z) > 2.0)
        result[escaped] = n
        alive &= ~escaped
    return result.tolist()
