def run(lengths: list[list[float]]) -> list[list[float]]:
    n = len(lengths)
    if any(len(row) != n for row in lengths):
        raise ValueError("a square table expected")
    best = [row[:] for row in lengths]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                through = best[i][k] + best[k][j]
                if through < best[i][j]:
                    best[i][j] = through
    return best
