import numpy as np


def prepare(values: list[int]) -> tuple[np.ndarray]:
    return (np.array(values, dtype=np.int64),)


def run(values: np.ndarray) -> int:
    if len(values) == 0:
        raise ValueError("no values")
    longest = np.ones(len(values), dtype=np.int64)
    for i in range(1, len(values)):
        longest[i] = np.max(longest[:i], where=values[:i] < values[i], initial=0) + 1
    return int(longest.max())
