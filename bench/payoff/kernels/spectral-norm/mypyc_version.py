from math import sqrt


def element(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(vector: list[float]) -> list[float]:
    return [sum(element(i, j) * value for j, value in enumerate(vector)) for i in range(len(vector))]


def multiply_transposed(vector: list[float]) -> list[float]:
    return [sum(element(j, i) * value for j, value in enumerate(vector)) for i in range(len(vector))]


def run(n: int, iterations: int) -> float:
    u = [1.0] * n
    v = u
    for _ in range(iterations):
        v = multiply_transposed(multiply(u))
        u = multiply_transposed(multiply(v))
    uv = sum(a * b for a, b in zip(u, v))
    vv = sum(b * b for b in v)
    return sqrt(uv / vv)
