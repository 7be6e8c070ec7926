def place_of(values: list[float], wanted: float) -> int:
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def run(values: list[float], queries: list[float]) -> list[int]:
    return [place_of(values, query) for query in queries]
