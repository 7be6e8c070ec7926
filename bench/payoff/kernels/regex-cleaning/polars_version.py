import polars as pl

REPLACEMENTS = [
    (r"<[^>]+>", " "),
    (r"https?://\S+", "URL"),
    (r"[\w.+-]+@[\w-]+\.[\w.]+", "MAIL"),
    (r"\d+", "0"),
    (r"\s+", " "),
]


def prepare(texts: list[str]) -> tuple[pl.Series]:
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("texts expected")
    return (pl.Series(texts),)


def run(column: pl.Series) -> list[str]:
    for pattern, replacement in REPLACEMENTS:
        column = column.str.replace_all(pattern, replacement)
    return column.str.strip_chars().str.to_lowercase().to_list()
