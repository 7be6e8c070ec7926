import numpy as np
from numba import njit


@njit
def regions(grid):
    height, width = grid.shape
    seen = np.zeros(grid.shape, dtype=np.bool_)
    stack = np.empty((height * width, 2), dtype=np.int64)
    sizes = []
    for y0 in range(height):
        for x0 in range(width):
            if grid[y0, x0] == 0 or seen[y0, x0]:
                continue
            seen[y0, x0] = True
            stack[0] = (y0, x0)
            top = 1
            size = 0
            while top > 0:
                top -= 1
                y, x = stack[top]
                size += 1
                for ny, nx in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                    if 0 <= ny < height and 0 <= nx < width and grid[ny, nx] != 0 and not seen[ny, nx]:
                        seen[ny, nx] = True
                        stack[top] = (ny, nx)
                        top += 1
            sizes.append(size)
    return sizes


def prepare(grid: list[list[int]]) -> tuple[np.ndarray]:
    if not all(isinstance(row, list) for row in grid):
        raise TypeError("rows expected")
    return (np.array(grid),)


def run(grid: np.ndarray) -> list[int]:
    return list(regions(grid))
