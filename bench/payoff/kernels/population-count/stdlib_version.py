def run(words: list[int]) -> int:
    try:
        return sum(map(int.bit_count, words))
    except TypeError:
        raise TypeError("integers expected") from None
