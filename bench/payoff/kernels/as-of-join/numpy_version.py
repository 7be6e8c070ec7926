"""The join that pandas has."""

import pandas as pd


def run(trades: dict, quotes: dict) -> list[float]:
    return pd.merge_asof(pd.DataFrame(trades), pd.DataFrame(quotes), on="time")["price"].tolist()
