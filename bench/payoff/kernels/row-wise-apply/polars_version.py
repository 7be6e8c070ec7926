import polars as pl

BASE = pl.when(pl.col("zone") == "A").then(4.0).when(pl.col("zone") == "B").then(6.5).otherwise(9.0)
SURCHARGE = (pl.col("weight") - 20).clip(lower_bound=0) * 0.8
PRICE = BASE + SURCHARGE + pl.col("distance").clip(upper_bound=1_000) * 0.01


def prepare(columns: dict) -> tuple[pl.DataFrame]:
    return (pl.DataFrame(columns),)


def run(df: pl.DataFrame) -> list[float]:
    return df.select(price=PRICE)["price"].to_list()
