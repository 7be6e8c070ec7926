"""Vectorised within pandas."""

import pandas as pd


def run(columns: dict) -> dict[int, float]:
    df = pd.DataFrame(columns)
    df["weighted"] = df["value"] * df["weight"]
    sums = df.groupby("key")[["weighted", "weight"]].sum()
    return (sums["weighted"] / sums["weight"]).to_dict()
