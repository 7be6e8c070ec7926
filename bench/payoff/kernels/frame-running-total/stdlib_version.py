"""The columns are there as sequences: a plain loop over zip needs no frame."""


def run(columns: dict) -> list[float]:
    balances: dict[int, float] = {}
    running = []
    for account, amount in zip(columns["account"].tolist(), columns["amount"].tolist()):
        balances[account] = balances.get(account, 0.0) + amount
        running.append(balances[account])
    return running
