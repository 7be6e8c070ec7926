def parse(puzzle: str) -> list[int]:
    if len(puzzle) != 81:
        raise ValueError("81 cells expected")
    return [0 if cell == "." else int(cell) for cell in puzzle]


def is_allowed(grid: list[int], cell: int, digit: int) -> bool:
    row, column = divmod(cell, 9)
    for i in range(9):
        if grid[9 * row + i] == digit or grid[9 * i + column] == digit:
            return False
    top, left = 3 * (row // 3), 3 * (column // 3)
    for r in range(top, top + 3):
        for c in range(left, left + 3):
            if grid[9 * r + c] == digit:
                return False
    return True


def solve(grid: list[int], start: int) -> bool:
    for cell in range(start, 81):
        if grid[cell] == 0:
            for digit in range(1, 10):
                if is_allowed(grid, cell, digit):
                    grid[cell] = digit
                    if solve(grid, cell + 1):
                        return True
            grid[cell] = 0
            return False
    return True


def complete(puzzle: str) -> str:
    grid = parse(puzzle)
    for cell, digit in enumerate(grid):
        if digit:
            grid[cell] = 0
            if not is_allowed(grid, cell, digit):
                raise ValueError("a digit stands twice")
            grid[cell] = digit
    if not solve(grid, 0):
        raise ValueError("no solution")
    return "".join(map(str, grid))


def run(puzzles: list[str]) -> list[str]:
    return [complete(puzzle) for puzzle in puzzles]
