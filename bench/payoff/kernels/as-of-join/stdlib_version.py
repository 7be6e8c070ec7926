from bisect import bisect_right


def run(trades: dict, quotes: dict) -> list[float]:
    times, prices = quotes["time"].tolist(), quotes["price"].tolist()
    return [prices[bisect_right(times, time) - 1] for time in trades["time"].tolist()]
