import polars as pl


def prepare(columns: dict) -> tuple[pl.DataFrame]:
    return (pl.DataFrame(columns),)


def run(df: pl.DataFrame) -> dict[str, float]:
    totals = (
        df.filter(pl.col("quantity") > 0).group_by("region").agg(total=(pl.col("amount") * pl.col("quantity")).sum())
    )
    return dict(totals.iter_rows())
