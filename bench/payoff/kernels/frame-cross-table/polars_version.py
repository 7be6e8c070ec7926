import polars as pl


def prepare(columns: dict) -> tuple[pl.DataFrame]:
    return (pl.DataFrame(columns),)


def run(df: pl.DataFrame) -> dict[tuple[int, int], float]:
    sums = df.group_by("shop", "month").agg(pl.col("amount").sum())
    return {(shop, month): amount for shop, month, amount in sums.iter_rows()}
