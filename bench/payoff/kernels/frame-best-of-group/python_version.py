import pandas as pd


def best_mean(group: pd.DataFrame) -> float:
    return group.sort_values("score", ascending=False).head(3)["score"].mean()


def run(columns: dict) -> dict[int, float]:
    df = pd.DataFrame(columns)
    return df.groupby("player")[["score"]].apply(best_mean).to_dict()
