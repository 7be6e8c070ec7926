"""Events are tuples: the heap then compares them in C."""

import heapq
from collections import deque


def run(arrivals: list[float], service_times: list[float], servers: int) -> tuple[float, int, float]:
    if len(arrivals) != len(service_times):
        raise ValueError("as many service times as arrivals expected")
    events = [(time, customer, True, customer) for customer, time in enumerate(arrivals)]
    heapq.heapify(events)
    scheduled = len(events)
    waiting: deque[tuple[int, float]] = deque()
    free, longest_queue = servers, 0
    total_wait = now = 0.0
    while events:
        now, _, is_arrival, customer = heapq.heappop(events)
        if is_arrival:
            if not free:
                waiting.append((customer, now))
                longest_queue = max(longest_queue, len(waiting))
                continue
            free -= 1
        elif waiting:
            customer, since = waiting.popleft()
            total_wait += now - since
        else:
            free += 1
            continue
        heapq.heappush(events, (now + service_times[customer], scheduled, False, customer))
        scheduled += 1
    return total_wait, longest_queue, now
