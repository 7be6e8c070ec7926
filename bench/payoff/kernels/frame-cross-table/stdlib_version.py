"""The columns are there as sequences: a plain loop over zip needs no frame."""

def run(columns: dict) -> dict[tuple[int, int], float]:
    table: dict[tuple[int, int], float] = {}
    for shop, month, amount in zip(columns["shop"].tolist(), columns["month"].tolist(), columns["amount"].tolist()):
        table[shop, month] = table.get((shop, month), 0.0) + amount
    return table
