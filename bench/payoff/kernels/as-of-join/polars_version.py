import polars as pl


def prepare(trades: dict, quotes: dict) -> tuple[pl.DataFrame, pl.DataFrame]:
    return pl.DataFrame(trades).set_sorted("time"), pl.DataFrame(quotes).set_sorted("time")


def run(trades: pl.DataFrame, quotes: pl.DataFrame) -> list[float]:
    return trades.join_asof(quotes, on="time")["price"].to_list()
