from collections import defaultdict


def run(records: list[tuple[str, float]]) -> dict[str, float]:
    totals: dict[str, float] = defaultdict(float)
    for key, amount in records:
        totals[key] += amount
    return totals
