import polars as pl


def run(keys: list[str]) -> dict[str, int]:
    if keys is None:
        raise TypeError("keys expected")
    counts = pl.Series("key", keys, dtype=pl.String).value_counts()
    return dict(zip(counts["key"].to_list(), counts["count"].to_list()))
