"""Bytes an element takes: in the containers of Python, in arrays, and in what Rust and Arrow hold for the same values."""

from __future__ import annotations

import array
import gc
import sys
import tracemalloc
from collections.abc import Callable

import numpy as np
import polars as pl
import pyarrow as pa

COUNT = 100_000


class Plain:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


# What stands for the same in Rust, from the layout of its types: (bytes, in words).
F64 = (8.0, "Vec<f64>")
I64 = (8.0, "Vec<i64>")
TWO_F64 = (16.0, "Vec of a struct of two f64")
TEXT = (24.0 + 10, "Vec<String>: 24 for each String, and its text")
MAP = (17.0 * 8 / 7, "HashMap<i64, i64>: a key, a value and a control byte for each of the buckets, at most 7/8 of which are filled")


def measure_memory() -> list[dict]:
    rows: list[tuple[str, str, Callable[[], object], tuple[float, str] | None]] = [
        ("list-int", "list of ints above 256", lambda: [i + 1000 for i in range(COUNT)], I64),
        ("list-float", "list of floats", lambda: [i + 0.5 for i in range(COUNT)], F64),
        ("list-text", "list of texts of ten characters", lambda: [f"text {i:05d}" for i in range(COUNT)], TEXT),
        ("array-float", "array.array of doubles", lambda: array.array("d", bytes(8 * COUNT)), F64),
        ("numpy-float", "NumPy array of float64", lambda: np.zeros(COUNT), F64),
        ("dict-int", "dict of int to int", lambda: {i + 1000: i + 1000 for i in range(COUNT)}, MAP),
        ("set-int", "set of ints", lambda: {i + 1000 for i in range(COUNT)}, None),
        ("list-tuples", "list of tuples of two floats", lambda: [(i + 0.5, i + 1.5) for i in range(COUNT)], TWO_F64),
        ("list-dicts", "list of dicts with two keys", lambda: [{"x": i + 0.5, "y": i + 1.5} for i in range(COUNT)], TWO_F64),
        ("list-objects", "list of objects with two floats", lambda: [Plain(i + 0.5, i + 1.5) for i in range(COUNT)], TWO_F64),
        ("list-slotted", "list of slotted objects with two floats", lambda: [Slotted(i + 0.5, i + 1.5) for i in range(COUNT)], TWO_F64),
    ]
    result = [
        {"id": name, "what": what, "python": _traced(make), **({} if rust is None else {"rust": rust[0], "rustType": rust[1]})}
        for name, what, make, rust in rows
    ]
    texts = [f"text {i:05d}" for i in range(COUNT)]
    for name, what, buffers in (
        ("arrow-float", "Arrow array of float64", pa.array([i + 0.5 for i in range(COUNT)]).nbytes),
        ("arrow-text", "Arrow array of texts of ten characters", pa.array(texts).nbytes),
        ("polars-text", "Polars column of texts of ten characters", pl.Series(texts).estimated_size()),
    ):
        result.append({"id": name, "what": what, "python": buffers / COUNT})
    return result


def _traced(make: Callable[[], object]) -> float:
    """Bytes that the interpreter and NumPy allocate for it, an element."""
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    value = make()
    gc.collect()
    used = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert sys.getsizeof(value) > 0
    return used / COUNT
