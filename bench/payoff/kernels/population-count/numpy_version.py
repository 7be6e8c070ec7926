import numpy as np


def prepare(words: list[int]) -> tuple[np.ndarray]:
    return (np.array(words),)


def run(words: np.ndarray) -> int:
    return int(np.bitwise_count(words).sum())
