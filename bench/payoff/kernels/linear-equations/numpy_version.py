import numpy as np


def prepare(matrix: list[list[float]], right: list[float]) -> tuple[np.ndarray, np.ndarray]:
    return np.array(matrix), np.array(right)


def run(matrix: np.ndarray, right: np.ndarray) -> list[float]:
    try:
        return np.linalg.solve(matrix, right).tolist()
    except np.linalg.LinAlgError as error:
        raise ValueError("the matrix is singular") from error
