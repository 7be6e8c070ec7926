"""Sorting, searching and rearranging lists."""

import bisect
import heapq
import itertools
import random
from collections import OrderedDict

RNG = random.Random(1)

VALUES = [([RNG.randrange(10**6) for _ in range(size)],) for size in (10, 500)]
LONG = [([RNG.randrange(10**6) for _ in range(size)],) for size in (10, 10_000)]
SORTED = [(sorted(RNG.randrange(10**6) for _ in range(size)), 500_000) for size in (20, 100_000)]
BOTH = [
    (sorted(RNG.random() for _ in range(size)), sorted(RNG.random() for _ in range(size)))
    for size in (10, 10_000)
]
NESTED = [([[RNG.random() for _ in range(size)] for _ in range(size)],) for size in (5, 150)]

bubble_sort_inputs = VALUES


def bubble_sort_by_hand(values: list[int]) -> list[int]:
    result = list(values)
    n = len(result)
    for i in range(n):
        for j in range(0, n - i - 1):
            if result[j] > result[j + 1]:
                result[j], result[j + 1] = result[j + 1], result[j]
    return result


def bubble_sort_counterpart(values: list[int]) -> list[int]:
    return sorted(values)


insertion_sort_inputs = VALUES


def insertion_sort_by_hand(values: list[int]) -> list[int]:
    result = list(values)
    for i in range(1, len(result)):
        key = result[i]
        j = i - 1
        while j >= 0 and result[j] > key:
            result[j + 1] = result[j]
            j -= 1
        result[j + 1] = key
    return result


def insertion_sort_counterpart(values: list[int]) -> list[int]:
    return sorted(values)


selection_sort_inputs = VALUES


def selection_sort_by_hand(values: list[int]) -> list[int]:
    result = list(values)
    for i in range(len(result)):
        least = i
        for j in range(i + 1, len(result)):
            if result[j] < result[least]:
                least = j
        result[i], result[least] = result[least], result[i]
    return result


def selection_sort_counterpart(values: list[int]) -> list[int]:
    return sorted(values)


quick_sort_inputs = LONG


def quick_sort_by_hand(values: list[int]) -> list[int]:
    if len(values) <= 1:
        return values
    pivot = values[len(values) // 2]
    left = [x for x in values if x < pivot]
    middle = [x for x in values if x == pivot]
    right = [x for x in values if x > pivot]
    return quick_sort_by_hand(left) + middle + quick_sort_by_hand(right)


def quick_sort_counterpart(values: list[int]) -> list[int]:
    return sorted(values)


merge_of_sorted_inputs = BOTH


def merge_of_sorted_by_hand(left: list[float], right: list[float]) -> list[float]:
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    result.extend(left[i:])
    result.extend(right[j:])
    return result


def merge_of_sorted_counterpart(left: list[float], right: list[float]) -> list[float]:
    return sorted(left + right)


binary_heap_inputs = LONG


def binary_heap_by_hand(values: list[int]) -> list[int]:
    heap: list[int] = []
    for value in values:
        heap.append(value)
        sift_up(heap, len(heap) - 1)
    return heap[:1]


def sift_up(heap: list[int], i: int) -> None:
    while i > 0:
        parent = (i - 1) // 2
        if heap[i] >= heap[parent]:
            break
        heap[i], heap[parent] = heap[parent], heap[i]
        i = parent


def binary_heap_counterpart(values: list[int]) -> list[int]:
    heap: list[int] = []
    for value in values:
        heapq.heappush(heap, value)
    return heap[:1]


binary_search_inputs = SORTED


def binary_search_by_hand(values: list[int], wanted: int) -> int:
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def binary_search_counterpart(values: list[int], wanted: int) -> int:
    return bisect.bisect_left(values, wanted)


linear_search_inputs = [(values, -1) for (values,) in LONG]


def linear_search_by_hand(values: list[int], wanted: int) -> bool:
    for value in values:
        if value == wanted:
            return True
    return False


def linear_search_counterpart(values: list[int], wanted: int) -> bool:
    return wanted in values


counting_matches_inputs = [(values, 7) for (values,) in LONG]


def counting_matches_by_hand(values: list[int], wanted: int) -> int:
    count = 0
    for value in values:
        if value == wanted:
            count += 1
    return count


def counting_matches_counterpart(values: list[int], wanted: int) -> int:
    return values.count(wanted)


duplicate_search_inputs = [(list(range(20)),), (list(range(1000)),)]


def duplicate_search_by_hand(values: list[int]) -> bool:
    for i in range(len(values)):
        for j in range(i + 1, len(values)):
            if values[i] == values[j]:
                return True
    return False


def duplicate_search_counterpart(values: list[int]) -> bool:
    return len(set(values)) < len(values)


pair_with_sum_inputs = [(list(range(20)), 1000), (list(range(1000)), 10_000)]


def pair_with_sum_by_hand(values: list[int], target: int) -> bool:
    for i in range(len(values)):
        for j in range(i + 1, len(values)):
            if values[i] + values[j] == target:
                return True
    return False


def pair_with_sum_counterpart(values: list[int], target: int) -> bool:
    seen = set()
    for value in values:
        if target - value in seen:
            return True
        seen.add(value)
    return False


smallest_by_sorting_inputs = NESTED


def smallest_by_sorting_by_hand(rows: list[list[float]]) -> list[float]:
    return [sorted(row)[0] for row in rows]


def smallest_by_sorting_counterpart(rows: list[list[float]]) -> list[float]:
    return [min(row) for row in rows]


transposition_inputs = NESTED


def transposition_by_hand(rows: list[list[float]]) -> list[list[float]]:
    return [[rows[i][j] for i in range(len(rows))] for j in range(len(rows[0]))]


def transposition_counterpart(rows: list[list[float]]) -> list[list[float]]:
    return [list(column) for column in zip(*rows)]


flattening_inputs = NESTED


def flattening_by_hand(rows: list[list[float]]) -> list[float]:
    result = []
    for row in rows:
        for value in row:
            result.append(value)
    return result


def flattening_counterpart(rows: list[list[float]]) -> list[float]:
    return list(itertools.chain.from_iterable(rows))


flattening_by_sum_inputs = NESTED


def flattening_by_sum_by_hand(rows: list[list[float]]) -> list[float]:
    return sum(rows, [])


def flattening_by_sum_counterpart(rows: list[list[float]]) -> list[float]:
    return list(itertools.chain.from_iterable(rows))


pairs_of_one_inputs = [([1, 2, 3, 4, 5],), (list(range(150)),)]


def pairs_of_one_by_hand(items: list[int]) -> list[tuple[int, int]]:
    pairs = []
    for i in range(len(items)):
        for j in range(i + 1, len(items)):
            pairs.append((items[i], items[j]))
    return pairs


def pairs_of_one_counterpart(items: list[int]) -> list[tuple[int, int]]:
    return list(itertools.combinations(items, 2))


permutations_inputs = [(list(range(3)),), (list(range(7)),)]


def permutations_by_hand(items: list[int]) -> list[list[int]]:
    if len(items) <= 1:
        return [items]
    result = []
    for i in range(len(items)):
        rest = items[:i] + items[i + 1 :]
        for permutation in permutations_by_hand(rest):
            result.append([items[i]] + permutation)
    return result


def permutations_counterpart(items: list[int]) -> list[list[int]]:
    return [list(permutation) for permutation in itertools.permutations(items)]


least_of_unvisited_inputs = [({i: (i * 7919) % 1009 for i in range(size)},) for size in (10, 500)]


def least_of_unvisited_by_hand(costs: dict[int, int]) -> list[int]:
    waiting = set(costs)
    order = []
    while waiting:
        nearest = min(waiting, key=lambda it: costs[it])
        waiting.remove(nearest)
        order.append(costs[nearest])
    return order


def least_of_unvisited_counterpart(costs: dict[int, int]) -> list[int]:
    heap = [(cost, it) for it, cost in costs.items()]
    heapq.heapify(heap)
    order = []
    while heap:
        cost, _ = heapq.heappop(heap)
        order.append(cost)
    return order


reversal_inputs = [("reverse me",), ("reverse me" * 500,)]


def reversal_by_hand(text: str) -> str:
    result = ""
    for letter in text:
        result = letter + result
    return result


def reversal_counterpart(text: str) -> str:
    return text[::-1]


sorted_after_append_inputs = [(values[:10],) for (values,) in LONG[:1]] + [(values[:2_000],) for (values,) in LONG[1:]]


def sorted_after_append_by_hand(values: list[int]) -> list[int]:
    kept: list[int] = []
    for value in values:
        kept.append(value)
        kept.sort()
    return kept


def sorted_after_append_counterpart(values: list[int]) -> list[int]:
    kept: list[int] = []
    for value in values:
        bisect.insort(kept, value)
    return kept


recency_list_inputs = [([i * 7 % 10 for i in range(50)],), ([i * 7919 % 1000 for i in range(3_000)],)]


def recency_list_by_hand(keys: list[int]) -> list[int]:
    order: list[int] = []
    for key in keys:
        if key in order:
            order.remove(key)
            order.append(key)
        else:
            order.append(key)
    return order


def recency_list_counterpart(keys: list[int]) -> list[int]:
    order: OrderedDict[int, None] = OrderedDict()
    for key in keys:
        order[key] = None
        order.move_to_end(key)
    return list(order)


combinations_inputs = [([1, 2, 3, 4], 2), (list(range(16)), 5)]


def combinations_by_hand(items: list[int], k: int) -> list[list[int]]:
    if k == 0:
        return [[]]
    if not items:
        return []
    head, tail = items[0], items[1:]
    return [[head] + rest for rest in combinations_by_hand(tail, k - 1)] + combinations_by_hand(tail, k)


def combinations_counterpart(items: list[int], k: int) -> list[list[int]]:
    return [list(combination) for combination in itertools.combinations(items, k)]


bucket_search_inputs = [(values, values[-2]) for values, _ in SORTED[:1]] + [(values[:2_000], values[1_500]) for values, _ in SORTED[1:]]


def bucket_search_by_hand(borders: list[int], value: int) -> int:
    for i, border in enumerate(borders):
        if value < border:
            return i
    return len(borders)


def bucket_search_counterpart(borders: list[int], value: int) -> int:
    return bisect.bisect(borders, value)


longest_increasing_subsequence_inputs = [(values[:500],) for (values,) in LONG]


def longest_increasing_subsequence_by_hand(values: list[int]) -> int:
    longest = [1] * len(values)
    for i in range(1, len(values)):
        for j in range(i):
            if values[j] < values[i]:
                longest[i] = max(longest[i], longest[j] + 1)
    return max(longest)


def longest_increasing_subsequence_counterpart(values: list[int]) -> int:
    tails: list[int] = []
    for value in values:
        place = bisect.bisect_left(tails, value)
        tails[place : place + 1] = [value]
    return len(tails)
