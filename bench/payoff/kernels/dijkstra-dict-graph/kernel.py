"""Shortest paths over a dict of dicts: the graph must cross into Rust before the search can start."""

KIND = "search"
SIZES = {"small": (70, 4), "medium": (1_000, 8), "large": (14_000, 8)}


def make_input(size, rng):
    nodes, edges = SIZES[size]
    names = [f"node{i}" for i in range(nodes)]
    graph = {name: {rng.choice(names): rng.uniform(1, 10) for _ in range(edges)} for name in names}
    return (graph, names[0])


BAD_INPUTS = [({"a": {"b": 1.0}, "b": {}}, "nowhere")]
