def run(values: list[float]) -> float:
    if len(values) < 2:
        raise ValueError("two values expected")
    total = 0.0
    for value in values:
        total += value
    mean = total / len(values)
    squares = 0.0
    for value in values:
        squares += (value - mean) ** 2
    return (squares / (len(values) - 1)) ** 0.5
