import numpy as np
import polars as pl


def run(values: np.ndarray, window: int) -> list[float]:
    series = pl.Series(values)
    return (series.rolling_max(window) - series.rolling_min(window)).drop_nulls().to_list()
