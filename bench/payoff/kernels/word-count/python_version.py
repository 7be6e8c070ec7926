import string


def run(text: str) -> list[tuple[str, int]]:
    """The twenty most frequent words, ties in alphabetical order."""
    counts: dict[str, int] = {}
    for word in text.lower().split():
        word = word.strip(string.punctuation)
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:20]
