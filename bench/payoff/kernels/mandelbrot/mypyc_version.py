"""mypyc has no unboxed complex numbers: the arithmetic is written out in floats."""

from mypy_extensions import i64


def escape_time(real: float, imaginary: float, limit: i64) -> i64:
    x = 0.0
    y = 0.0
    n: i64 = 0
    while n < limit:
        x, y = x * x - y * y + real, 2.0 * x * y + imaginary
        if x * x + y * y > 4.0:
            return n
        n += 1
    return limit


def run(width: int, height: int, limit: int) -> list[list[int]]:
    return [
        [escape_time(-2.0 + 3.0 * x / width, -1.1 + 2.2 * y / height, limit) for x in range(width)]
        for y in range(height)
    ]
