import polars as pl


def prepare(columns: dict) -> tuple[pl.DataFrame]:
    return (pl.DataFrame(columns),)


def run(df: pl.DataFrame) -> dict[int, float]:
    value, weight = pl.col("value"), pl.col("weight")
    means = df.group_by("key").agg(mean=(value * weight).sum() / weight.sum())
    return dict(means.iter_rows())
