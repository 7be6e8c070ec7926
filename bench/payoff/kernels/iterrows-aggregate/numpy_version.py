"""Vectorised within pandas."""

import pandas as pd


def run(columns: dict) -> dict[str, float]:
    df = pd.DataFrame(columns)
    sold = df[df["quantity"] > 0]
    return (sold["amount"] * sold["quantity"]).groupby(sold["region"]).sum().to_dict()
