import pandas as pd


def run(columns: dict, prices: dict[str, float]) -> list[float]:
    df = pd.DataFrame(columns)
    values = []
    for _, row in df.iterrows():
        if row["product"] in prices:
            values.append(prices[row["product"]] * row["pieces"])
        else:
            values.append(0.0)
    df["value"] = values
    return df["value"].tolist()
