import pandas as pd


def weighted_mean(group: pd.DataFrame) -> float:
    return (group["value"] * group["weight"]).sum() / group["weight"].sum()


def run(columns: dict) -> dict[int, float]:
    df = pd.DataFrame(columns)
    return df.groupby("key").apply(weighted_mean).to_dict()
