def run(words: list[int]) -> int:
    total = 0
    for word in words:
        while word:
            word &= word - 1
            total += 1
    return total
