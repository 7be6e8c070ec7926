import polars as pl


def run(chunks: list[dict]) -> dict[str, list]:
    return pl.concat([pl.DataFrame(chunk) for chunk in chunks]).to_dict(as_series=False)
