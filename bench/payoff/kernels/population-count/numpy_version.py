import numpy as np


def run(words: list[int]) -> int:
    return int(np.bitwise_count(np.array(words)).sum())
