from mypy_extensions import i64


def run(words: list[int]) -> int:
    total: i64 = 0
    for value in words:
        word: i64 = value
        while word:
            word &= word - 1
            total += 1
    return total
