import numpy as np


def prepare(grid: list[list[int]], generations: int) -> tuple[np.ndarray, int]:
    if not grid:
        raise IndexError("a grid expected")
    return np.array(grid), generations


def run(grid: np.ndarray, generations: int) -> list[list[int]]:
    for _ in range(generations):
        rows = np.roll(grid, 1, 0) + grid + np.roll(grid, -1, 0)
        alive = np.roll(rows, 1, 1) + rows + np.roll(rows, -1, 1) - grid
        grid = ((alive == 3) | ((alive == 2) & (grid == 1))).astype(grid.dtype)
    return grid.tolist()
