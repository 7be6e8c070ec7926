from gmpy2 import mpz


def run(digits: int) -> str:
    q, r, t, k, n, l = mpz(1), mpz(0), mpz(1), 1, mpz(3), 3
    result = []
    while len(result) < digits:
        if 4 * q + r - t < n * t:
            result.append(str(n))
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
    return "".join(result)
