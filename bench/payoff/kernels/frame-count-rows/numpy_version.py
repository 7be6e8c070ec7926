"""Vectorised within pandas and NumPy."""

import pandas as pd


def prepare(columns: dict) -> tuple[pd.DataFrame]:
    return (pd.DataFrame(columns),)


def run(df: pd.DataFrame) -> int:
    return int(((df["age"] >= 18) & (df["visits"] > 10) & (df["score"] * df["visits"] > 8.0)).sum())
