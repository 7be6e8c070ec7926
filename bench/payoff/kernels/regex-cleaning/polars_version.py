import polars as pl

REPLACEMENTS = [
    (r"<[^>]+>", " "),
    (r"https?://\S+", "URL"),
    (r"[\w.+-]+@[\w-]+\.[\w.]+", "MAIL"),
    (r"\d+", "0"),
    (r"\s+", " "),
]


def run(texts: list[str]) -> list[str]:
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("texts expected")
    column = pl.Series(texts)
    for pattern, replacement in REPLACEMENTS:
        column = column.str.replace_all(pattern, replacement)
    return column.str.strip_chars().str.to_lowercase().to_list()
