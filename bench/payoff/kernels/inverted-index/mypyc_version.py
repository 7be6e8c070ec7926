def run(documents: list[str]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for word in sorted(set(document.split())):
            if word in index:
                index[word].append(number)
            else:
                index[word] = [number]
    return index
