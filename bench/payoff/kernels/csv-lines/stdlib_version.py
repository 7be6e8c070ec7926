import csv


def run(text: str) -> list[list[str]]:
    try:
        return list(csv.reader(text.splitlines(), strict=True))
    except csv.Error as error:
        raise ValueError(str(error)) from error
