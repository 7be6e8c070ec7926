"""The columns are there as sequences: a plain loop over zip needs no frame."""

def run(columns: dict) -> list[str]:
    rows = zip(columns["name"], columns["size"], columns["stock"].tolist())
    return [f"{name}: sold out" if stock == 0 else f"{name.upper()} ({size})" for name, size, stock in rows]
