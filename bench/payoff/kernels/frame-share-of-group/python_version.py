import pandas as pd


def run(columns: dict) -> list[float]:
    df = pd.DataFrame(columns)
    shares = []
    for _, row in df.iterrows():
        team = df[df["team"] == row["team"]]
        shares.append(float(row["points"] / team["points"].sum()))
    return shares
