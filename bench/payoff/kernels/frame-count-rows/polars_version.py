import polars as pl

REGULAR = (pl.col("age") >= 18) & (pl.col("visits") > 10) & (pl.col("score") * pl.col("visits") > 8.0)


def prepare(columns: dict) -> tuple[pl.DataFrame]:
    return (pl.DataFrame(columns),)


def run(df: pl.DataFrame) -> int:
    return df.select(REGULAR.sum()).item()
