from mypy_extensions import i64


def run(weights: list[int], values: list[int], capacity: i64) -> int:
    if len(weights) != len(values):
        raise ValueError("as many weights as values expected")
    best: list[i64] = [0] * (capacity + 1)
    for i in range(len(weights)):
        weight: i64 = weights[i]
        value: i64 = values[i]
        room = capacity
        while room >= weight:
            candidate = best[room - weight] + value
            if candidate > best[room]:
                best[room] = candidate
            room -= 1
    return best[capacity]
