"""What missing keys and regular expressions cost, for the rules exception-for-missing-key, pattern-built-in-loop and backtracking-pattern.

    python bench/library-costs/measure_patterns.py

Prints nanoseconds for each item; needs nothing but Python.
"""

import re
import timeit

COUNT = 1000
EVEN = {number: number for number in range(0, COUNT, 2)}
KEYS = {
    "no key missing": list(range(0, COUNT, 2)) * 2,
    "half of the keys missing": list(range(COUNT)),
    "all keys missing": list(range(1, 2 * COUNT, 2)),
}
LINES = [f"2024-01-{number % 28 + 1:02} x={number}" for number in range(COUNT)]
DATE = r"(\d+)-(\d+)-(\d+)"


def by_exception(keys):
    total = 0
    for key in keys:
        try:
            total += EVEN[key]
        except KeyError:
            total += 0
    return total


def by_get(keys):
    total = 0
    for key in keys:
        total += EVEN.get(key, 0)
    return total


def looked_up():
    for line in LINES:
        re.match(DATE, line)


def compiled(pattern=re.compile(DATE)):
    for line in LINES:
        pattern.match(line)


def built():
    for number, line in enumerate(LINES):
        re.match(rf"(\d+)-x{number}", line)


def best(function, *arguments, number=50):
    return min(timeit.repeat(lambda: function(*arguments), number=number, repeat=7)) / number


def main():
    for name, keys in KEYS.items():
        print(f"{name}: by exception {best(by_exception, keys) / COUNT * 1e9:.0f}, by get {best(by_get, keys) / COUNT * 1e9:.0f}")
    print(f"match: pattern looked up {best(looked_up) / COUNT * 1e9:.0f}, compiled {best(compiled) / COUNT * 1e9:.0f}")
    print(f"match: pattern built anew {best(built, number=1) / COUNT * 1e9:.0f}")
    for length in (16, 20, 24):
        text = "a" * length + "c"
        nested, plain = (best(re.match, pattern, text, number=1) for pattern in ("(a+)+b", "a+b"))
        print(f"no match in {length} characters: (a+)+b takes {nested / plain:,.0f} times as long as a+b")


if __name__ == "__main__":
    main()
