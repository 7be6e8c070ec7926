import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def prepare(count: int, edges: list[tuple[int, int]]) -> tuple[int, np.ndarray]:
    return count, np.array(edges, dtype=np.int64).reshape(-1, 2)


def run(count: int, edges: np.ndarray) -> int:
    if count < 1:
        raise ValueError("a graph without nodes")
    matrix = coo_array((np.ones(len(edges), dtype=np.int8), (edges[:, 0], edges[:, 1])), shape=(count, count))
    return int(connected_components(matrix, directed=False, return_labels=False))
