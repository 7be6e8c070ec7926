import polars as pl


def prepare(records: list[tuple[str, float]]) -> tuple[pl.DataFrame]:
    if not all(isinstance(amount, float) for _, amount in records):
        raise TypeError("amounts expected")
    return (pl.DataFrame(records, schema={"key": pl.String, "amount": pl.Float64}, orient="row"),)


def run(records: pl.DataFrame) -> dict[str, float]:
    return dict(records.group_by("key").agg(pl.col("amount").sum()).iter_rows())
