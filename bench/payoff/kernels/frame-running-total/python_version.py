import pandas as pd


def run(columns: dict) -> list[float]:
    df = pd.DataFrame(columns)
    balances: dict[int, float] = {}
    running = []
    for i in range(len(df)):
        account = df.iloc[i]["account"]
        balances[account] = balances.get(account, 0.0) + df.iloc[i]["amount"]
        running.append(float(balances[account]))
    return running
