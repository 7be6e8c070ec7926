def run(values: list[int]) -> list[int]:
    seen: set[int] = set()
    unique = []
    for value in values:
        if value not in seen:
            seen.add(value)
            unique.append(value)
    return unique
