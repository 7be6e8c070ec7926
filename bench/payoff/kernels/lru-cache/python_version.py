class Entry:
    def __init__(self, key: str, value: int) -> None:
        self.key = key
        self.value = value
        self.previous: "Entry" = self
        self.next: "Entry" = self


class LRUCache:
    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("a cache needs room")
        self.capacity = capacity
        self.entries: dict[str, Entry] = {}
        self.head = Entry("", 0)

    def unlink(self, entry: Entry) -> None:
        entry.previous.next = entry.next
        entry.next.previous = entry.previous

    def push(self, entry: Entry) -> None:
        entry.previous = self.head
        entry.next = self.head.next
        self.head.next.previous = entry
        self.head.next = entry

    def get(self, key: str) -> int | None:
        entry = self.entries.get(key)
        if entry is None:
            return None
        self.unlink(entry)
        self.push(entry)
        return entry.value

    def put(self, key: str, value: int) -> None:
        if len(self.entries) >= self.capacity:
            oldest = self.head.previous
            self.unlink(oldest)
            del self.entries[oldest.key]
        entry = Entry(key, value)
        self.entries[key] = entry
        self.push(entry)


def run(requests: list[str], capacity: int) -> tuple[int, int]:
    """Hits, and the sum of what was found or loaded."""
    cache = LRUCache(capacity)
    hits = total = 0
    for number, key in enumerate(requests):
        value = cache.get(key)
        if value is None:
            value = number
            cache.put(key, value)
        else:
            hits += 1
        total += value
    return hits, total
