"""Measures the costs of `knowledge/operations.yaml`: what operations of the interpreter cost, in small-integer additions.

usage: python measure_operations.py

Each operation runs 20 times in the body of a local loop, so that names are fast locals as in most hot code; the loop's own cost is taken
off. Medians of 7 runs. Standard library only.
"""
import statistics
import time

ROUNDS = 20000
UNROLLED = 20

SETUP = """
a = 3; b = 4; f = 1.5; x = 0; s = 'abc'; t = (1, 2, 3)
from array import array; from math import hypot; floats = [float(i) for i in range(1000)]
l = list(range(10)); d = {i: i for i in range(10)}
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
def values():
    while 1: yield 1
advance = values().__next__
class Context:
    def __enter__(self): pass
    def __exit__(self, *args): pass
k = Context()
"""

OPERATIONS = {
    "name": "a",
    "attribute": "o.v",
    "store": "x = a",
    "store-attribute": "o.v = a",
    "store-subscript": "l[3] = a",
    "unpack": "p, q, r = t",
    "binary": "a + b",
    "binary (float)": "f + f",
    "unary": "not a",
    "compare": "a < b",
    "compare (is)": "a is None",
    "contains": "a in d",
    "subscript": "l[3]",
    "subscript (dict)": "d[3]",
    "slice": "l[1:3]",
    "call + frame": "g()",
    "call + frame, two arguments": "g2(a, b)",
    "call + frame (method)": "c.m()",
    "construct + frame": "Plain()",
    "property": "o.w",
    "operator method": "o + o",
    "builtin-call": "len(l)",
    "builtin-call (isinstance)": "isinstance(a, int)",
    "builtin-call (append)": "l.append(a)",
    "string-method": "s.startswith('a')",
    "consume": "sum(t)",
    "consume (sorted)": "sorted(t)",
    "format": "f'{a}'",
    "format, two values": "f'{a}-{b}'",
    "collection": "[a, b]",
    "collection (dict)": "{'a': a, 'b': b}",
    "comprehension": "[i for i in t]",
    "generator": "list(i for i in t)",
    "iteration": "for i in t: pass",
    "yield": "advance()",
    "lambda": "lambda: 0",
    "raise": "try:\n  raise ValueError\nexcept ValueError: pass",
    "with": "with k: pass",
    "import": "import os",
    "cross-call": "hypot(a, b)",
}


def per_operation(code, rounds=ROUNDS):
    """Seconds for one run of `code`."""
    body = "\n".join(["        " + line for line in code.splitlines()] * UNROLLED)
    source = "def run():\n%s\n    clock = __import__('time').perf_counter\n    start = clock()\n    for _ in range(%d):\n%s\n%s\n    return clock() - start" % (
        "\n".join("    " + line for line in SETUP.splitlines()),
        rounds,
        body,
        "        if len(l) > 1000: del l[10:]",
    )
    space = {"time": time}
    exec(source, space)
    return statistics.median(space["run"]() for _ in range(7)) / rounds / UNROLLED


def main():
    empty = per_operation("pass")
    unit = per_operation("a + b") - empty
    for name, code in OPERATIONS.items():
        print("%-30s %6.2f" % (name, (per_operation(code) - empty) / unit))
    print("%-30s %6.2f" % ("convert-element", per_operation("array('d', floats)", 20) / 1000 / unit))
    print("one unit: %.1f ns" % (unit * 1e9))


if __name__ == "__main__":
    main()
