def run(limit: int) -> list[int]:
    if limit < 0:
        raise ValueError("the limit is negative")
    is_prime = [True] * (limit + 1)
    primes = []
    for number in range(2, limit + 1):
        if is_prime[number]:
            primes.append(number)
            for multiple in range(number * number, limit + 1, number):
                is_prime[multiple] = False
    return primes
