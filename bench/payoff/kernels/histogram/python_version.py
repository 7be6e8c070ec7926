def run(values: list[float], low: float, high: float, bins: int) -> list[int]:
    if high <= low:
        raise ValueError("the range is empty")
    counts = [0] * bins
    width = (high - low) / bins
    for value in values:
        if low <= value < high:
            counts[int((value - low) / width)] += 1
    return counts
