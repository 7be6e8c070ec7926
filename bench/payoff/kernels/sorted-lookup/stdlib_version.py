from bisect import bisect_left


def run(values: list[float], queries: list[float]) -> list[int]:
    return [bisect_left(values, query) for query in queries]
