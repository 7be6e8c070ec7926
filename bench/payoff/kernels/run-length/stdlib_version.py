from itertools import groupby


def run(data: bytes) -> list[tuple[int, int]]:
    return [(byte, sum(1 for _ in group)) for byte, group in groupby(data)]
