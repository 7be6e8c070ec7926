def run(matrix: list[list[float]], right: list[float]) -> list[float]:
    n = len(matrix)
    rows = [row[:] + [value] for row, value in zip(matrix, right)]
    for column in range(n):
        pivot = column
        for i in range(column + 1, n):
            if abs(rows[i][column]) > abs(rows[pivot][column]):
                pivot = i
        if rows[pivot][column] == 0.0:
            raise ValueError("the matrix is singular")
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for i in range(column + 1, n):
            factor = rows[i][column] / rows[column][column]
            for j in range(column, n + 1):
                rows[i][j] -= factor * rows[column][j]
    result = [0.0] * n
    for i in range(n - 1, -1, -1):
        total = rows[i][n]
        for j in range(i + 1, n):
            total -= rows[i][j] * result[j]
        result[i] = total / rows[i][i]
    return result
