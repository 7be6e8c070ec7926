def distance(a: str, b: str) -> int:
    if len(a) != len(b):
        raise ValueError("texts of one length expected")
    different = 0
    for left, right in zip(a, b):
        if left != right:
            different += 1
    return different


def run(words: list[str], wanted: str) -> list[int]:
    return [distance(word, wanted) for word in words]
