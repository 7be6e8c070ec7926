"""Build order of packages by recursion over a dict of lists: little work for every edge, so conversion weighs."""

KIND = "search"
SIZES = {"small": 150, "medium": 4_000, "large": 50_000}


def make_input(size, rng):
    n = SIZES[size]
    order = list(range(n))
    rng.shuffle(order)
    names = [f"package-{number}" for number in order]
    # A package needs a few of the sixty before it, so recursion stays shallow enough for Python.
    graph = {
        name: rng.sample(names[max(0, i - 60) // 60 * 60 : i // 60 * 60], min(4, i // 60 * 4))
        for i, name in enumerate(names)
    }
    keys = list(graph)
    rng.shuffle(keys)
    return ({key: graph[key] for key in keys},)


BAD_INPUTS = [({"a": ["b"], "b": ["a"]},), ({"a": ["unknown"]},)]
