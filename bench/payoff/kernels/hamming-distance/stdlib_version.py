"""The comparison of each pair of characters is a map in C."""

from operator import ne


def distance(a: str, b: str) -> int:
    if len(a) != len(b):
        raise ValueError("texts of one length expected")
    return sum(map(ne, a, b))


def run(words: list[str], wanted: str) -> list[int]:
    return [distance(word, wanted) for word in words]
