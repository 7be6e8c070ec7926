"""Times code written by hand against what the standard library or another has, and writes knowledge/measurements/counterparts.json.

    python -m venv .venv && .venv/bin/pip install -r requirements.txt
    .venv/bin/python measure.py [NAME ...]

For each NAME the modules of cases/ have NAME_by_hand, NAME_counterpart and NAME_inputs, a small and a large one. Both are compared first
(NAME_same = None where only the time counts; arrays by their elements) and timed in turn then, five pairs of them. Kept are the median of the ratios and their range.
"""

from __future__ import annotations

import copy
import importlib
import importlib.metadata
import json
import math
import platform
import statistics
import sys
import time
from pathlib import Path

import numpy

PAIRS = 5
SECONDS = 0.04
HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "cases"))
sys.setrecursionlimit(10_000)


def is_same(a: object, b: object) -> bool:
    if isinstance(b, numpy.ndarray):
        return is_same(a, b.tolist())
    if isinstance(a, (float, complex)):
        return abs(a - b) <= 1e-6 * max(1.0, abs(a))
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(is_same, a, b))
    return a == b


def seconds(function, arguments: tuple) -> float:
    rounds = 1
    while True:
        start = time.process_time()
        for _ in range(rounds):
            function(*arguments)
        taken = time.process_time() - start
        if taken >= SECONDS / 4:
            return taken / rounds
        rounds *= 2 if taken <= 0 else max(2, math.ceil(SECONDS / 3 / taken))


def measure(module, name: str) -> list[dict]:
    by_hand, counterpart = getattr(module, f"{name}_by_hand"), getattr(module, f"{name}_counterpart")
    results = []
    for size, arguments in zip(("small", "large"), getattr(module, f"{name}_inputs")):
        if getattr(module, f"{name}_same", True) is not None:
            expected, got = by_hand(*copy.deepcopy(arguments)), counterpart(*copy.deepcopy(arguments))
            if not is_same(expected, got):
                raise SystemExit(f"{name}: by hand {expected!r:.200}, its counterpart {got!r:.200}")
        ratios = sorted(seconds(by_hand, arguments) / seconds(counterpart, arguments) for _ in range(PAIRS))
        ratio = float(f"{statistics.median(ratios):.3g}")
        results.append({"id": name.replace("_", "-"), "size": size, "ratio": ratio, "spread": [float(f"{it:.3g}") for it in (ratios[0], ratios[-1])]})
        print(f"{name:32} {size:6} {ratio:>10}", flush=True)
    return results


def main(wanted: list[str]) -> None:
    results = []
    for path in sorted((HERE / "cases").glob("*.py")):
        module = importlib.import_module(path.stem)
        for attribute in vars(module):
            name = attribute.removesuffix("_by_hand")
            if name != attribute and (not wanted or name in wanted):
                results += measure(module, name)
    if wanted:
        return
    report = {
        "date": time.strftime("%Y-%m-%d"),
        "how": "python bench/counterparts/measure.py",
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "versions": {name: importlib.metadata.version(name) for name in ("numpy", "orjson", "rapidfuzz")},
        "results": results,
    }
    (HERE.parents[1] / "knowledge" / "measurements" / "counterparts.json").write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
