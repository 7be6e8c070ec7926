"""The columns are there as sequences: a plain loop over zip needs no frame."""


def run(columns: dict) -> int:
    rows = zip(columns["age"].tolist(), columns["score"].tolist(), columns["visits"].tolist())
    return sum(age >= 18 and visits > 10 and score * visits > 8.0 for age, score, visits in rows)
