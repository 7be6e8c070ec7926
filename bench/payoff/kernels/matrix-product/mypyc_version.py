def run(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    rows, inner, columns = len(a), len(b), len(b[0])
    if len(a[0]) != inner:
        raise ValueError("inner dimensions differ")
    product = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            total = 0.0
            for k in range(inner):
                total += a[i][k] * b[k][j]
            product[i][j] = total
    return product
