import pandas as pd


def run(columns: dict) -> list[float]:
    df = pd.DataFrame(columns)
    for i in range(1, len(df)):
        if pd.isna(df.at[i, "reading"]):
            df.at[i, "reading"] = df.at[i - 1, "reading"]
    return df["reading"].tolist()
