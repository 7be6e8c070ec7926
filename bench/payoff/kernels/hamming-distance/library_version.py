from rapidfuzz.distance import Hamming


def run(words: list[str], wanted: str) -> list[int]:
    return [Hamming.distance(word, wanted, pad=False) for word in words]
