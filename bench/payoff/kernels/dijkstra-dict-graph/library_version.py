import rustworkx as rx


def run(graph: dict[str, dict[str, float]], source: str) -> dict[str, float]:
    if source not in graph:
        raise KeyError(source)
    network = rx.PyDiGraph()
    indices = dict(zip(graph, network.add_nodes_from(list(graph))))
    network.add_edges_from(
        [
            (indices[node], indices[neighbour], weight)
            for node, neighbours in graph.items()
            for neighbour, weight in neighbours.items()
        ]
    )
    lengths = rx.dijkstra_shortest_path_lengths(network, indices[source], float)
    return {source: 0.0} | {network[index]: length for index, length in lengths.items()}
