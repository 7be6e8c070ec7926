import heapq
import re
from collections import Counter


def run(text: str) -> list[tuple[str, int]]:
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return heapq.nsmallest(20, counts.items(), key=lambda item: (-item[1], item[0]))
