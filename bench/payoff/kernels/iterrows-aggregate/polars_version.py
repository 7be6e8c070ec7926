import polars as pl


def run(columns: dict) -> dict[str, float]:
    totals = (
        pl.DataFrame(columns)
        .filter(pl.col("quantity") > 0)
        .group_by("region")
        .agg(total=(pl.col("amount") * pl.col("quantity")).sum())
    )
    return dict(totals.iter_rows())
