"""What operations of the interpreter cost, in nanoseconds and in small-integer additions, which are the units of `knowledge/operations.yaml`,
and what their counterparts cost in Rust.

Each operation runs 20 times in the body of a local loop, so that names are fast locals as in most hot code; the loop's own cost is taken
off. Medians of processor time.
"""

from __future__ import annotations

import statistics
import time

from breakeven_payoff import operations as rust

ROUNDS = 5_000
UNROLLED = 20
RUNS = 7

SETUP = """
a = 3; b = 4; f = 1.5; x = 0; s = 'abc'; t = (1, 2, 3)
from array import array; import numpy; elements = numpy.zeros(10); from math import hypot; floats = [float(i) for i in range(1000)]; mixed = [(i * 7919) % 1009 for i in range(1000)]
l = list(range(10)); d = {i: i for i in range(10)}; texts = {'key %d' % i: i for i in range(10)}; word = 'key 7'
numbers = set(range(10)); big = 2 ** 200; raw = b'abcdef'; line = 'a b c d'; pushed = []
class Slotted:
    __slots__ = ()
    def m(self): pass
class Plain:
    def __init__(self): self.v = 1
    @property
    def w(self): return 1
    def __add__(self, other): return self
o = Plain(); c = Slotted()
def g(): pass
def g2(a, b): return a
def keyword(*, a): return a
def values():
    while 1: yield 1
advance = values().__next__
class Context:
    def __enter__(self): pass
    def __exit__(self, *args): pass
k = Context()
"""

# Code, and the function of `breakeven_payoff.operations` that does the same in Rust, where one does.
OPERATIONS = {
    "name": ("a", None),
    "attribute": ("o.v", "attribute"),
    "store": ("x = a", None),
    "store-attribute": ("o.v = a", None),
    "store-subscript": ("l[3] = a", "store_subscript"),
    "unpack": ("p, q, r = t", None),
    "binary": ("a + b", "add_int"),
    "binary (float)": ("f + f", "add_float"),
    "binary (integers past 64 bits)": ("big + big", None),
    "binary (texts)": ("s + word", None),
    "unary": ("not a", None),
    "compare": ("a < b", "compare"),
    "compare (is)": ("a is None", None),
    "compare (texts)": ("s == word", None),
    "contains": ("a in numbers", "contains"),
    "subscript": ("l[3]", "subscript"),
    "subscript (dict)": ("d[3]", "map_int"),
    "subscript (dict of texts)": ("texts[word]", "map_text"),
    "subscript (text)": ("s[1]", None),
    "subscript (bytes)": ("raw[1]", None),
    "subscript (NumPy array)": ("elements[3]", None),
    "slice": ("l[1:3]", None),
    "call + frame": ("g()", "call"),
    "call + frame, two arguments": ("g2(a, b)", None),
    "call + frame, by keyword": ("keyword(a=a)", None),
    "call + frame (method)": ("c.m()", "call_method"),
    "construct + frame": ("Plain()", "construct"),
    "property": ("o.w", None),
    "operator method": ("o + o", None),
    "builtin-call": ("len(l)", None),
    "builtin-call (isinstance)": ("isinstance(a, int)", None),
    "builtin-call (append)": ("pushed.append(a)", "push"),
    "string-method": ("s.startswith('a')", "starts_with"),
    "string-method (split)": ("line.split(' ')", "split"),
    "consume": ("sum(t)", None),
    "consume (sorted)": ("sorted(t)", None),
    "sorting a thousand ints, each": ("sorted(mixed)", "sort"),
    "format": ("f'{a}'", None),
    "format, two values": ("f'{a}-{b}'", "format"),
    "collection": ("[a, b]", None),
    "collection (dict)": ("{'a': a, 'b': b}", None),
    "comprehension": ("[i for i in t]", None),
    "generator": ("list(i for i in t)", None),
    "iteration": ("for i in t: pass", "iterate"),
    "iteration (dict items)": ("for i, j in d.items(): pass", None),
    "yield": ("advance()", None),
    "lambda": ("lambda: 0", None),
    "try": ("try:\n  a\nexcept ValueError: pass", None),
    "raise": ("try:\n  raise ValueError\nexcept ValueError: pass", "fail"),
    "with": ("with k: pass", None),
    "import": ("import os", None),
}
# What one run of the code does more than once.
REPEATED = {"sorting a thousand ints, each": 1000, "iteration": 3, "iteration (dict items)": 10}
RUST_ROUNDS = 400_000


def measure_operations() -> dict:
    empty = _per_operation("pass")
    unit = _per_operation("a + b") - empty
    rows = []
    for name, (code, counterpart) in OPERATIONS.items():
        times = REPEATED.get(name, 1)
        nanoseconds = (_per_operation(code, max(20, ROUNDS // times // 5)) - empty) / times
        row = {"id": name, "code": code, "ns": nanoseconds, "units": nanoseconds / unit}
        if counterpart is not None:
            row["rust"] = _per_rust_operation(getattr(rust, counterpart))
        rows.append(row)
    return {"unit": unit, "rows": rows}


def _per_operation(code: str, rounds: int = ROUNDS) -> float:
    """Nanoseconds for one run of `code`."""
    body = "\n".join(["        " + line for line in code.splitlines()] * UNROLLED)
    source = "def run(clock):\n%s\n    start = clock()\n    for _ in range(%d):\n%s\n%s\n    return clock() - start" % (
        "\n".join("    " + line for line in SETUP.splitlines()),
        rounds,
        body,
        "        if len(pushed) > 1000: pushed.clear()",
    )
    space: dict = {}
    exec(source, space)
    return statistics.median(space["run"](time.process_time) for _ in range(RUNS)) / rounds / UNROLLED * 1e9


def _per_rust_operation(function) -> float:
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        function(RUST_ROUNDS)
        times.append(time.process_time() - start)
    return statistics.median(times) / RUST_ROUNDS * 1e9
