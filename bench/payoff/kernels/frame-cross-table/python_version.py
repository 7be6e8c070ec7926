import pandas as pd


def run(columns: dict) -> dict[tuple[int, int], float]:
    df = pd.DataFrame(columns)
    table = {}
    for shop in sorted(df["shop"].unique()):
        for month in sorted(df["month"].unique()):
            cell = df[(df["shop"] == shop) & (df["month"] == month)]
            if len(cell) > 0:
                table[int(shop), int(month)] = float(cell["amount"].sum())
    return table
