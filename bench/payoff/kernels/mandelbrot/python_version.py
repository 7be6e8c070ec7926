def escape_time(c: complex, limit: int) -> int:
    z = 0j
    for n in range(limit):
        z = z * z + c
        if abs(z) > 2.0:
            return n
    return limit


def run(width: int, height: int, limit: int) -> list[list[int]]:
    return [
        [escape_time(complex(-2.0 + 3.0 * x / width, -1.1 + 2.2 * y / height), limit) for x in range(width)]
        for y in range(height)
    ]
