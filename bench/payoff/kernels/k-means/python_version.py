Point = tuple[float, float]


def nearest(point: Point, centres: list[Point]) -> int:
    best, best_distance = 0, float("inf")
    for index, centre in enumerate(centres):
        distance = (point[0] - centre[0]) ** 2 + (point[1] - centre[1]) ** 2
        if distance < best_distance:
            best, best_distance = index, distance
    return best


def mean(points: list[Point]) -> Point:
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def run(points: list[Point], k: int, iterations: int) -> list[Point]:
    if len(points) < k:
        raise ValueError("fewer points than clusters")
    centres = points[:k]
    for _ in range(iterations):
        clusters: list[list[Point]] = [[] for _ in range(k)]
        for point in points:
            clusters[nearest(point, centres)].append(point)
        centres = [mean(cluster) if cluster else centres[i] for i, cluster in enumerate(clusters)]
    return centres
