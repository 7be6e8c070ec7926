def run(values: list[int]) -> list[int]:
    return list(dict.fromkeys(values))
