import polars as pl


def run(trades: dict, quotes: dict) -> list[float]:
    left, right = pl.DataFrame(trades).set_sorted("time"), pl.DataFrame(quotes).set_sorted("time")
    return left.join_asof(right, on="time")["price"].to_list()
