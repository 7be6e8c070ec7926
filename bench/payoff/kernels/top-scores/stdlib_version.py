from heapq import nlargest


def run(scores: list[float], count: int) -> list[float]:
    if count < 1:
        raise ValueError("how many?")
    return nlargest(count, scores)
