def run(groups: list[set[int]], threshold: float) -> list[tuple[int, int, float]]:
    similar = []
    for i, first in enumerate(groups):
        for j in range(i + 1, len(groups)):
            common = len(first & groups[j])
            union = len(first) + len(groups[j]) - common
            if common / union >= threshold:
                similar.append((i, j, common / union))
    return similar
