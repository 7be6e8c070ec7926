import numpy as np
from numba import njit


@njit
def step(grid):
    height, width = grid.shape
    following = np.zeros_like(grid)
    for y in range(height):
        for x in range(width):
            alive = 0
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    if dy or dx:
                        alive += grid[(y + dy) % height, (x + dx) % width]
            if alive == 3 or (alive == 2 and grid[y, x]):
                following[y, x] = 1
    return following


def prepare(grid: list[list[int]], generations: int) -> tuple[np.ndarray, int]:
    if not grid:
        raise IndexError("a grid expected")
    return np.array(grid), generations


def run(grid: np.ndarray, generations: int) -> list[list[int]]:
    for _ in range(generations):
        grid = step(grid)
    return grid.tolist()
