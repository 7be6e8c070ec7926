from collections import OrderedDict


def run(requests: list[str], capacity: int) -> tuple[int, int]:
    if capacity < 1:
        raise ValueError("a cache needs room")
    cache: OrderedDict[str, int] = OrderedDict()
    hits = total = 0
    for number, key in enumerate(requests):
        if key in cache:
            hits += 1
            cache.move_to_end(key)
        else:
            if len(cache) >= capacity:
                cache.popitem(last=False)
            cache[key] = number
        total += cache[key]
    return hits, total
