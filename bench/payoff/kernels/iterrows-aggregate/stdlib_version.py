"""The columns are there as sequences: a plain loop over zip needs no frame."""


def run(columns: dict) -> dict[str, float]:
    totals: dict[str, float] = {}
    amounts, quantities = columns["amount"].tolist(), columns["quantity"].tolist()
    for region, amount, quantity in zip(columns["region"], amounts, quantities):
        if quantity > 0:
            totals[region] = totals.get(region, 0.0) + amount * quantity
    return totals
