"""Interleaved paired runs: every round times each version once after the other, so that a busy machine slows all of them alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable

# A sample repeats a short call until it lasts this long.
SAMPLE_SECONDS = 0.01
LEAST_ROUNDS = 5
MOST_ROUNDS = 15


def time_versions(calls: dict[str, Callable[[], object]], seconds: float) -> dict[str, dict[str, float]]:
    """CPU and wall seconds of a call, and how many times as fast as the first version, as medians with the quartiles of the ratios.

    Rounds go on until `seconds` have passed, five at least. CPU time counts all threads of the process.
    """
    repeats = {name: _repeats(call) for name, call in calls.items()}
    baseline = next(iter(calls))
    cpu: dict[str, list[float]] = {name: [] for name in calls}
    wall: dict[str, list[float]] = {name: [] for name in calls}
    gc.collect()
    until = time.perf_counter() + seconds
    while len(cpu[baseline]) < LEAST_ROUNDS or (time.perf_counter() < until and len(cpu[baseline]) < MOST_ROUNDS):
        for name, call in calls.items():
            of_cpu, of_wall = _sample(call, repeats[name])
            cpu[name].append(of_cpu)
            wall[name].append(of_wall)
    return {name: _summary(cpu[baseline], cpu[name], wall[baseline], wall[name]) for name in calls}


def _repeats(call: Callable) -> int:
    call()
    started = time.perf_counter()
    call()
    once = max(1e-8, time.perf_counter() - started)
    if once > SAMPLE_SECONDS:
        return 1
    # A second look over many calls: one call alone is mostly the clock.
    trial = max(1, int(0.2 * SAMPLE_SECONDS / once))
    once = max(1e-9, _sample(call, trial)[1])
    return max(1, round(SAMPLE_SECONDS / once))


def _sample(call: Callable, repeats: int) -> tuple[float, float]:
    rounds = range(repeats)
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in rounds:
        call()
    return (time.process_time() - cpu) / repeats, (time.perf_counter() - wall) / repeats


def _summary(base_cpu: list[float], cpu: list[float], base_wall: list[float], wall: list[float]) -> dict[str, float]:
    ratios = sorted(a / max(b, 1e-9) for a, b in zip(base_cpu, cpu))
    quartiles = statistics.quantiles(ratios, n=4)
    return {
        "cpu": statistics.median(cpu),
        "wall": statistics.median(wall),
        "speedup": statistics.median(ratios),
        "low": quartiles[0],
        "high": quartiles[2],
        "wallSpeedup": statistics.median(a / max(b, 1e-9) for a, b in zip(base_wall, wall)),
        "rounds": len(cpu),
    }
