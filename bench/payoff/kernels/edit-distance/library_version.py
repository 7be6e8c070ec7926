from rapidfuzz.distance import Levenshtein


def run(a: str, b: str) -> int:
    return Levenshtein.distance(a, b)
