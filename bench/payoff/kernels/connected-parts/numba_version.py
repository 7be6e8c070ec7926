import numpy as np
from numba import njit


@njit
def find(parents, node):
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node


@njit
def parts_of(count, edges):
    parents = np.arange(count)
    parts = count
    for i in range(len(edges)):
        a, b = find(parents, edges[i, 0]), find(parents, edges[i, 1])
        if a != b:
            parents[a] = b
            parts -= 1
    return parts


def prepare(count: int, edges: list[tuple[int, int]]) -> tuple[int, np.ndarray]:
    return count, np.array(edges, dtype=np.int64).reshape(-1, 2)


def run(count: int, edges: np.ndarray) -> int:
    if count < 1:
        raise ValueError("a graph without nodes")
    return parts_of(count, edges)
