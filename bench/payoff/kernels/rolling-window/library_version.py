"""The rolling maximum and minimum that pandas has in C."""

import numpy as np
import pandas as pd


def run(values: np.ndarray, window: int) -> list[float]:
    rolling = pd.Series(values).rolling(window)
    return (rolling.max() - rolling.min()).dropna().tolist()
