def run(n: int) -> int:
    """By fast doubling."""
    if n < 0:
        raise ValueError("the index is negative")
    a, b = 0, 1
    for bit in bin(n)[2:]:
        a, b = a * (2 * b - a), a * a + b * b
        if bit == "1":
            a, b = b, a + b
    return a
