"""Vectorised within pandas."""

import pandas as pd


def prepare(columns: dict) -> tuple[pd.DataFrame]:
    return (pd.DataFrame(columns),)


def run(df: pd.DataFrame) -> dict[int, float]:
    weighted = df.assign(weighted=df["value"] * df["weight"])
    sums = weighted.groupby("key")[["weighted", "weight"]].sum()
    return (sums["weighted"] / sums["weight"]).to_dict()
