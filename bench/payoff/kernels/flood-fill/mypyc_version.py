from collections import deque


def fill(grid: list[list[int]], seen: set[tuple[int, int]], start: tuple[int, int]) -> int:
    height, width = len(grid), len(grid[0])
    queue = deque([start])
    seen.add(start)
    size = 0
    while queue:
        y, x = queue.popleft()
        size += 1
        for ny, nx in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
            if 0 <= ny < height and 0 <= nx < width and grid[ny][nx] and (ny, nx) not in seen:
                seen.add((ny, nx))
                queue.append((ny, nx))
    return size


def run(grid: list[list[int]]) -> list[int]:
    """Sizes of the regions, in the order in which a reader meets them."""
    seen: set[tuple[int, int]] = set()
    sizes = []
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if cell and (y, x) not in seen:
                sizes.append(fill(grid, seen, (y, x)))
    return sizes
