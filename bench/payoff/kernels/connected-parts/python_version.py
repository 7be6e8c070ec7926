def find(parents: list[int], node: int) -> int:
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node


def run(count: int, edges: list[tuple[int, int]]) -> int:
    """How many parts the graph has that hang together."""
    if count < 1:
        raise ValueError("a graph without nodes")
    parents = list(range(count))
    parts = count
    for first, second in edges:
        a, b = find(parents, first), find(parents, second)
        if a != b:
            parents[a] = b
            parts -= 1
    return parts
