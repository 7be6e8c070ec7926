"""What crossing between Python and Rust costs: a call by itself, each element of what is handed over or back, calls back into Python,
and giving up the interpreter lock; beside each the cheapest thing that Python could have done with the same elements."""

from __future__ import annotations

import gc
import statistics
import threading
import time
from collections.abc import Callable

import numpy as np
from breakeven_payoff import boundary

SIZES = (10, 1_000, 100_000)
RUNS = 7
SAMPLE_SECONDS = 0.01


class Record:
    def __init__(self, value):
        self.value = value


def cases() -> list[tuple[str, str, Callable, Callable | None]]:
    """Name, what is measured, a function that makes the call for a size, and one that makes the Python work that it stands beside."""
    floats = lambda n: [i + 0.5 for i in range(n)]
    ints = lambda n: list(range(1000, 1000 + n))
    texts = lambda n: [f"item {i}" for i in range(n)]
    pairs = lambda n: [(i + 1000, i + 0.5) for i in range(n)]
    lists = lambda n: [[float(j) for j in range(10)] for _ in range(n // 10)]
    ints_of = lambda n: {i + 1000: i + 2000 for i in range(n)}
    floats_of = lambda n: {f"key {i}": i + 0.5 for i in range(n)}
    records = lambda n: [Record(i + 0.5) for i in range(n)]
    given = lambda function, make: lambda n: bind(function, make(n))
    return [
        ("list-f64", "list of floats -> Vec<f64>", given(boundary.list_f64, floats), squares(floats)),
        ("list-i64", "list of ints -> Vec<i64>", given(boundary.list_i64, ints), squares(ints)),
        ("list-string", "list of short texts -> Vec<String>", given(boundary.list_string, texts), lengths(texts)),
        ("list-pairs", "list of (int, float) -> Vec<(i64, f64)>", given(boundary.list_pairs, pairs), unpacking(pairs)),
        ("list-of-lists", "lists of ten floats -> Vec<Vec<f64>>, each float", given(boundary.list_lists, lists), nested(lists)),
        ("dict-int", "dict of int to int -> HashMap<i64, i64>", given(boundary.dict_int, ints_of), items(ints_of)),
        ("dict-str", "dict of text to float -> HashMap<String, f64>", given(boundary.dict_str, floats_of), items(floats_of)),
        ("set-int", "set of ints -> HashSet<i64>", given(boundary.set_int, lambda n: set(ints(n))), squares(lambda n: set(ints(n)))),
        ("list-objects", "one attribute of each object of a list", given(boundary.list_objects, records), attributes(records)),
        ("array-view", "NumPy array, as a view", given(boundary.view_array, lambda n: np.zeros(n)), None),
        ("list-to-array", "list of floats -> NumPy array, by numpy.array", given(np.array, floats), squares(floats)),
        ("list-int-to-array", "list of ints -> NumPy array, by numpy.array", given(np.array, ints), squares(ints)),
        ("array-to-list", "NumPy array -> list of floats, by tolist", lambda n: np.zeros(n).tolist, building("[i + 0.5 for i in range(n)]")),
        ("bytes-view", "bytes, as a view", given(boundary.take_bytes, bytes), None),
        ("bytes-copy", "bytes -> Vec<u8>", given(boundary.copy_bytes, bytes), None),
        ("text-view", "text, as a view", given(boundary.take_str, lambda n: "x" * n), None),
        ("return-f64", "Vec<f64> -> list of floats", given(boundary.return_f64, int), building("[i + 0.5 for i in range(n)]")),
        ("return-i64", "Vec<i64> -> list of ints", given(boundary.return_i64, int), building("[i + 1000 for i in range(n)]")),
        ("return-string", "Vec<String> -> list of texts, made by format!", given(boundary.return_string, int), building("[f'item {i}' for i in range(n)]")),
        ("return-text", "String -> text", given(boundary.return_text, int), None),
        ("return-dict", "HashMap<i64, i64> -> dict", given(boundary.return_dict, int), building("{i: i + 1000 for i in range(n)}")),
        ("return-array", "Vec<f64> -> NumPy array, moved", given(boundary.return_array, int), None),
        ("return-objects", "Vec of a #[pyclass] -> list of objects", given(boundary.return_points, int), building("[Record(i) for i in range(n)]")),
        ("call-back", "calling a Python function from Rust", lambda n: bind(boundary.call_back, identity, n), calls()),
        ("detach", "giving up the interpreter lock and taking it again", given(boundary.detach_attach, int), None),
    ]


def single_calls() -> list[tuple[str, str, Callable, Callable]]:
    point = boundary.Point(0.5)
    record = Record(0.5)
    return [
        ("call-empty", "no argument", lambda: boundary.empty(), lambda: nothing()),
        ("call-int", "one int", lambda: boundary.take_int(12345), lambda: one(12345)),
        ("call-float", "one float", lambda: boundary.take_float(1.5), lambda: one(1.5)),
        ("call-two", "two floats, one back", lambda: boundary.take_two(1.5, 2.5), lambda: add(1.5, 2.5)),
        ("call-str", "a short text as &str", lambda: boundary.take_str("some text"), lambda: one("some text")),
        ("call-string", "a short text as String", lambda: boundary.take_string("some text"), lambda: one("some text")),
        ("call-bytes", "short bytes as &[u8]", lambda: boundary.take_bytes(b"some text"), lambda: one(b"some text")),
        ("call-tuple", "a tuple of int and float", lambda: boundary.take_tuple((12345, 1.5)), lambda: one((12345, 1.5))),
        ("return-object", "a #[pyclass] back", lambda: boundary.return_point(), lambda: Record(0.5)),
        ("object-attribute", "reading a field of a #[pyclass] in Python", lambda: point.x, lambda: record.value),
        ("object-method", "calling a method of a #[pyclass]", lambda: point.twice(), lambda: one(record)),
    ]


def nothing():
    pass


def one(value):
    return value


def add(a, b):
    return a + b


def identity(value):
    return value


def bind(function: Callable, *args) -> Callable:
    return lambda: function(*args)


def over(make: Callable, loop: Callable) -> Callable:
    return lambda n: bind(loop, make(n))


def squares(make):
    def loop(values):
        total = 0
        for value in values:
            total += value * value
        return total

    return over(make, loop)


def lengths(make):
    def loop(values):
        total = 0
        for value in values:
            total += len(value)
        return total

    return over(make, loop)


def unpacking(make):
    def loop(values):
        total = 0.0
        for a, b in values:
            total += a * b
        return total

    return over(make, loop)


def nested(make):
    def loop(rows):
        total = 0.0
        for row in rows:
            for value in row:
                total += value * value
        return total

    return over(make, loop)


def items(make):
    def loop(values):
        total = 0.0
        for value in values.values():
            total += value * value
        return total

    return over(make, loop)


def attributes(make):
    def loop(values):
        total = 0.0
        for value in values:
            total += value.value
        return total

    return over(make, loop)


def building(expression: str):
    make = eval(f"lambda n: {expression}", {"Record": Record})
    return lambda n: bind(make, n)


def calls():
    def loop(n):
        for it in range(n):
            identity(it)

    return lambda n: bind(loop, n)


def measure_boundary() -> dict:
    gc.collect()
    loop = _per_call(lambda: None)
    single = [
        {"id": name, "what": what, "rust": _per_call(rust) - loop, "python": _per_call(python) - loop} for name, what, rust, python in single_calls()
    ]
    per_element = [
        {
            "id": name,
            "what": what,
            "rust": [_per_call(make(n)) for n in SIZES],
            **({} if work is None else {"python": [_per_call(work(n)) for n in SIZES]}),
        }
        for name, what, make, work in cases()
    ]
    return {"sizes": list(SIZES), "calls": single, "elements": per_element, "threads": _threads()}


def _per_call(call: Callable) -> float:
    """Nanoseconds of processor time a call: the median of some runs."""
    started = time.perf_counter()
    call()
    once = max(1e-7, time.perf_counter() - started)
    repeats = max(1, round(SAMPLE_SECONDS / once))
    if repeats > 1:
        repeats = max(1, round(repeats * SAMPLE_SECONDS / max(1e-9, _run(call, repeats))))
    return statistics.median(_run(call, repeats) for _ in range(RUNS)) / repeats * 1e9


def _run(call: Callable, repeats: int) -> float:
    started = time.process_time()
    for _ in range(repeats):
        call()
    return time.process_time() - started


def _threads(rounds: int = 20_000_000) -> list[dict]:
    """Wall time of two threads that each do the work, against doing it twice in one thread. 1 means no gain, 2 twice as fast."""
    result = []
    for name, what, work in (
        ("threads-attached", "two threads, the lock kept", boundary.work_attached),
        ("threads-detached", "two threads, each detached", boundary.work_detached),
    ):
        ratios = []
        for _ in range(RUNS):
            started = time.perf_counter()
            work(rounds)
            work(rounds)
            alone = time.perf_counter() - started
            threads = [threading.Thread(target=work, args=(rounds,)) for _ in range(2)]
            started = time.perf_counter()
            for it in threads:
                it.start()
            for it in threads:
                it.join()
            ratios.append(alone / (time.perf_counter() - started))
        result.append({"id": name, "what": what, "speedup": statistics.median(ratios), "low": min(ratios), "high": max(ratios)})
    return result
