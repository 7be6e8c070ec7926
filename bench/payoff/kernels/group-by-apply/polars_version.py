import polars as pl


def run(columns: dict) -> dict[int, float]:
    value, weight = pl.col("value"), pl.col("weight")
    means = pl.DataFrame(columns).group_by("key").agg(mean=(value * weight).sum() / weight.sum())
    return dict(means.iter_rows())
