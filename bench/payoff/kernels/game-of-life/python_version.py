def step(grid: list[list[int]]) -> list[list[int]]:
    height, width = len(grid), len(grid[0])
    following = [[0] * width for _ in range(height)]
    for y in range(height):
        for x in range(width):
            alive = 0
            for dy in (-1, 0, 1):
                for dx in (-1, 0, 1):
                    if dy or dx:
                        alive += grid[(y + dy) % height][(x + dx) % width]
            if alive == 3 or (alive == 2 and grid[y][x]):
                following[y][x] = 1
    return following


def run(grid: list[list[int]], generations: int) -> list[list[int]]:
    for _ in range(generations):
        grid = step(grid)
    return grid
