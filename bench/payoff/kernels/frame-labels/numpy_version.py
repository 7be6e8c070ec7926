"""Vectorised within pandas and NumPy."""

import numpy as np
import pandas as pd


def prepare(columns: dict) -> tuple[pd.DataFrame]:
    return (pd.DataFrame(columns),)


def run(df: pd.DataFrame) -> list[str]:
    sold_out = df["name"] + ": sold out"
    return np.where(df["stock"] == 0, sold_out, df["name"].str.upper() + " (" + df["size"] + ")").tolist()
