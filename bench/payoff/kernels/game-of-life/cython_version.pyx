# cython: boundscheck=False, wraparound=False, cdivision=True
import numpy as np


def prepare(grid, generations):
    if not grid:
        raise IndexError("a grid expected")
    return np.array(grid), generations


def run(grid, int generations):
    cdef long[:, :] now, following
    cdef int height = grid.shape[0], width = grid.shape[1], y, x, dy, dx
    cdef long alive
    for _ in range(generations):
        result = np.zeros_like(grid)
        now, following = grid, result
        for y in range(height):
            for x in range(width):
                alive = -now[y, x]
                for dy in range(-1, 2):
                    for dx in range(-1, 2):
                        alive += now[(y + dy + height) % height, (x + dx + width) % width]
                if alive == 3 or (alive == 2 and now[y, x]):
                    following[y, x] = 1
        grid = result
    return grid.tolist()
