import numpy as np
import pandas as pd


def run(values: np.ndarray, window: int) -> list[float]:
    """The range of the values in every full window."""
    series = pd.Series(values)
    return series.rolling(window).apply(lambda part: part.max() - part.min()).dropna().tolist()
