import polars as pl


def prepare(values: list[int]) -> tuple[pl.Series]:
    if values is None:
        raise TypeError("values expected")
    return (pl.Series("value", values),)


def run(values: pl.Series) -> list[int]:
    return values.unique(maintain_order=True).to_list()
