def run(n: int) -> int:
    columns: set[int] = set()
    rising: set[int] = set()
    falling: set[int] = set()

    def place(row: int) -> int:
        if row == n:
            return 1
        solutions = 0
        for column in range(n):
            if column in columns or row + column in rising or row - column in falling:
                continue
            columns.add(column)
            rising.add(row + column)
            falling.add(row - column)
            solutions += place(row + 1)
            columns.remove(column)
            rising.remove(row + column)
            falling.remove(row - column)
        return solutions

    return place(0)
