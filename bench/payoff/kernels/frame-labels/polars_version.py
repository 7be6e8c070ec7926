import polars as pl


def prepare(columns: dict) -> tuple[pl.DataFrame]:
    return (pl.DataFrame(columns),)


def run(df: pl.DataFrame) -> list[str]:
    there = pl.format("{} ({})", pl.col("name").str.to_uppercase(), pl.col("size"))
    sold_out = pl.format("{}: sold out", pl.col("name"))
    return df.select(label=pl.when(pl.col("stock") == 0).then(sold_out).otherwise(there))["label"].to_list()
