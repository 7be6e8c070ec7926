import numpy as np


def run(data: bytes) -> list[tuple[int, int]]:
    values = np.frombuffer(data, dtype=np.uint8)
    if len(values) == 0:
        return []
    starts = np.concatenate(([0], np.flatnonzero(values[1:] != values[:-1]) + 1))
    lengths = np.diff(starts, append=len(values))
    return list(zip(values[starts].tolist(), lengths.tolist()))
