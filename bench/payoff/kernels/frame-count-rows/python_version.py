import pandas as pd


def is_regular(row: pd.Series) -> bool:
    if row["age"] < 18:
        return False
    return row["visits"] > 10 and row["score"] * row["visits"] > 8.0


def run(columns: dict) -> int:
    df = pd.DataFrame(columns)
    return int(df.apply(is_regular, axis=1).sum())
