from collections import Counter


def run(keys: list[str]) -> dict[str, int]:
    if keys is None:
        raise TypeError("keys expected")
    return Counter(keys)
