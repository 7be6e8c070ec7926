import heapq
from collections import deque


class Event:
    def __init__(self, time: float, number: int, kind: str, customer: int) -> None:
        self.time = time
        self.number = number
        self.kind = kind
        self.customer = customer

    def __lt__(self, other: "Event") -> bool:
        return self.time < other.time or (self.time == other.time and self.number < other.number)


class Station:
    def __init__(self, service_times: list[float], servers: int) -> None:
        self.service_times = service_times
        self.free = servers
        self.waiting: deque[tuple[int, float]] = deque()
        self.events: list[Event] = []
        self.total_wait = 0.0
        self.longest_queue = 0
        self.scheduled = 0

    def schedule(self, time: float, kind: str, customer: int) -> None:
        heapq.heappush(self.events, Event(time, self.scheduled, kind, customer))
        self.scheduled += 1

    def start(self, time: float, customer: int) -> None:
        self.free -= 1
        self.schedule(time + self.service_times[customer], "departure", customer)

    def handle(self, event: Event) -> None:
        if event.kind == "arrival":
            if self.free:
                self.start(event.time, event.customer)
            else:
                self.waiting.append((event.customer, event.time))
                self.longest_queue = max(self.longest_queue, len(self.waiting))
        else:
            self.free += 1
            if self.waiting:
                customer, since = self.waiting.popleft()
                self.total_wait += event.time - since
                self.start(event.time, customer)


def run(arrivals: list[float], service_times: list[float], servers: int) -> tuple[float, int, float]:
    """Total waiting time, longest queue and time of the last event."""
    if len(arrivals) != len(service_times):
        raise ValueError("as many service times as arrivals expected")
    station = Station(service_times, servers)
    for customer, time in enumerate(arrivals):
        station.schedule(time, "arrival", customer)
    now = 0.0
    while station.events:
        event = heapq.heappop(station.events)
        now = event.time
        station.handle(event)
    return station.total_wait, station.longest_queue, now
