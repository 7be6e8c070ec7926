import numpy as np


def prepare(values: list[float]) -> tuple[np.ndarray]:
    return (np.array(values),)


def run(values: np.ndarray) -> float:
    if len(values) < 2:
        raise ValueError("two values expected")
    return float(values.std(ddof=1))
