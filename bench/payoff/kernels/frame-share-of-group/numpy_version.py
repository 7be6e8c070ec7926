"""Vectorised within pandas and NumPy."""

import pandas as pd


def prepare(columns: dict) -> tuple[pd.DataFrame]:
    return (pd.DataFrame(columns),)


def run(df: pd.DataFrame) -> list[float]:
    return (df["points"] / df.groupby("team")["points"].transform("sum")).tolist()
