def run(records: list[tuple[str, float]]) -> dict[str, float]:
    totals: dict[str, float] = {}
    for key, amount in records:
        if key not in totals:
            totals[key] = 0.0
        totals[key] += amount
    return totals
