import random

from mypy_extensions import i64


def run(samples: i64, seed: int) -> float:
    rng = random.Random(seed)
    inside: i64 = 0
    for _ in range(samples):
        x: float = rng.random()
        y: float = rng.random()
        if x * x + y * y <= 1.0:
            inside += 1
    return 4.0 * float(inside) / float(samples)
