from mypy_extensions import i64


def place(row: i64, n: i64, columns: list[bool], rising: list[bool], falling: list[bool]) -> i64:
    if row == n:
        return 1
    solutions: i64 = 0
    column: i64 = 0
    while column < n:
        up = row + column
        down = row - column + n
        if not (columns[column] or rising[up] or falling[down]):
            columns[column] = rising[up] = falling[down] = True
            solutions += place(row + 1, n, columns, rising, falling)
            columns[column] = rising[up] = falling[down] = False
        column += 1
    return solutions


def run(n: int) -> int:
    return place(0, n, [False] * n, [False] * (2 * n), [False] * (2 * n + 1))
