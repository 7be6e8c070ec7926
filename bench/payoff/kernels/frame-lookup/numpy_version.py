"""Vectorised within pandas and NumPy."""

import pandas as pd


def prepare(columns: dict, prices: dict[str, float]) -> tuple[pd.DataFrame, dict[str, float]]:
    return pd.DataFrame(columns), prices


def run(df: pd.DataFrame, prices: dict[str, float]) -> list[float]:
    return (df["product"].map(prices).fillna(0.0) * df["pieces"]).tolist()
