import polars as pl


def run(documents: list[str]) -> dict[str, list[int]]:
    if not all(isinstance(document, str) for document in documents):
        raise TypeError("documents are strings")
    frame = (
        pl.DataFrame({"word": documents})
        .with_row_index("document")
        .with_columns(pl.col("word").str.extract_all(r"\S+").list.unique())
        .explode("word")
        .group_by("word", maintain_order=True)
        .agg("document")
    )
    return dict(zip(frame["word"].to_list(), frame["document"].to_list()))
