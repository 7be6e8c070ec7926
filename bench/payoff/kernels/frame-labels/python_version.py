import pandas as pd


def label(row: pd.Series) -> str:
    if row["stock"] == 0:
        return row["name"] + ": sold out"
    return row["name"].upper() + " (" + row["size"] + ")"


def run(columns: dict) -> list[str]:
    df = pd.DataFrame(columns)
    return df.apply(label, axis=1).tolist()
