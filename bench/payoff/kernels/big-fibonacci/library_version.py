import gmpy2


def run(n: int) -> int:
    if n < 0:
        raise ValueError("the index is negative")
    return int(gmpy2.fib(n))
