import polars as pl


def prepare(keys: list[str]) -> tuple[pl.Series]:
    if keys is None:
        raise TypeError("keys expected")
    return (pl.Series("key", keys, dtype=pl.String),)


def run(keys: pl.Series) -> dict[str, int]:
    counts = keys.value_counts()
    return dict(zip(counts["key"].to_list(), counts["count"].to_list()))
