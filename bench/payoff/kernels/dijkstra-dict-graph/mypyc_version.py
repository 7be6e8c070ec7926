import heapq


def run(graph: dict[str, dict[str, float]], source: str) -> dict[str, float]:
    if source not in graph:
        raise KeyError(source)
    distances = {source: 0.0}
    done = set()
    queue = [(0.0, source)]
    while queue:
        distance, node = heapq.heappop(queue)
        if node in done:
            continue
        done.add(node)
        for neighbour, weight in graph[node].items():
            candidate = distance + weight
            if neighbour not in distances or candidate < distances[neighbour]:
                distances[neighbour] = candidate
                heapq.heappush(queue, (candidate, neighbour))
    return distances
