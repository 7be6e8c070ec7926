def value_at(coefficients: list[float], x: float) -> float:
    result = 0.0
    for coefficient in coefficients:
        result = result * x + coefficient
    return result


def run(coefficients: list[float], points: list[float]) -> list[float]:
    return [value_at(coefficients, x) for x in points]
