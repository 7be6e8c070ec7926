def run(values: list[float], window: int) -> list[float]:
    if window < 1:
        raise ValueError("the window is empty")
    means = []
    for start in range(len(values) - window + 1):
        total = 0.0
        for i in range(start, start + window):
            total += values[i]
        means.append(total / window)
    return means
