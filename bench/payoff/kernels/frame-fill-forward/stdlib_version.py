"""The columns are there as sequences: a plain loop over zip needs no frame."""

def run(columns: dict) -> list[float]:
    filled = []
    last = float("nan")
    for value in columns["reading"].tolist():
        if value == value:
            last = value
        filled.append(last)
    return filled
