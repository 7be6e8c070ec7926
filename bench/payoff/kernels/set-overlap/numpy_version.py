import numpy as np


def run(groups: list[set[int]], threshold: float) -> list[tuple[int, int, float]]:
    if not all(isinstance(group, set) for group in groups):
        raise TypeError("sets expected")
    members = np.zeros((len(groups), max(map(max, groups)) + 1), dtype=np.float32)
    for row, group in zip(members, groups):
        row[list(group)] = 1
    common = (members @ members.T).astype(np.float64)
    sizes = common.diagonal()
    similarity = common / (sizes[:, None] + sizes - common)
    first, second = np.nonzero(np.triu(similarity >= threshold, 1))
    return list(zip(first.tolist(), second.tolist(), similarity[first, second].tolist()))
