import numpy as np
from numba import boolean, int64, njit


@njit(int64(int64, int64, boolean[:], boolean[:], boolean[:]))
def place(row, n, columns, rising, falling):
    if row == n:
        return 1
    solutions = 0
    for column in range(n):
        up, down = row + column, row - column + n
        if columns[column] or rising[up] or falling[down]:
            continue
        columns[column] = rising[up] = falling[down] = True
        solutions += place(row + 1, n, columns, rising, falling)
        columns[column] = rising[up] = falling[down] = False
    return solutions


def run(n: int) -> int:
    return place(0, n, np.zeros(n, dtype=bool), np.zeros(2 * n, dtype=bool), np.zeros(2 * n + 1, dtype=bool))
