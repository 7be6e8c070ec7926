import pandas as pd


def tariff(row: pd.Series) -> float:
    if row["zone"] == "A":
        base = 4.0
    elif row["zone"] == "B":
        base = 6.5
    else:
        base = 9.0
    if row["weight"] > 20:
        base += (row["weight"] - 20) * 0.8
    return base + min(row["distance"], 1_000) * 0.01


def run(columns: dict) -> list[float]:
    df = pd.DataFrame(columns)
    df["price"] = df.apply(tariff, axis=1)
    return df["price"].tolist()
