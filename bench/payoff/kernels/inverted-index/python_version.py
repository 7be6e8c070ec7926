from collections import defaultdict


def run(documents: list[str]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if not isinstance(document, str):
            raise TypeError("documents are strings")
        for word in sorted(set(document.split())):
            index[word].append(number)
    return dict(index)
