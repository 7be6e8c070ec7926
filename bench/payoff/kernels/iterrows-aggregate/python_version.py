import pandas as pd


def run(columns: dict) -> dict[str, float]:
    df = pd.DataFrame(columns)
    totals: dict[str, float] = {}
    for _, row in df.iterrows():
        if row["quantity"] > 0:
            totals[row["region"]] = totals.get(row["region"], 0.0) + row["amount"] * row["quantity"]
    return totals
