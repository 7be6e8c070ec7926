"""What a call hands over: how many values of each type stand in the arguments and in the result. Numbers of the model's boundary term."""

from __future__ import annotations

from collections import Counter


def count_elements(value) -> dict[str, int]:
    """Values by type: `int`, `float`, `str`, `list`, `tuple`, `dict-item`, `set-item`, `object`; what crosses as one piece, such as
    text, bytes, arrays and frames, counts as one `buffer`."""
    counts: Counter[str] = Counter()
    pending = [value]
    seen: set[int] = set()
    while pending:
        it = pending.pop()
        if isinstance(it, bool) or it is None or isinstance(it, int):
            counts["int"] += 1
        elif isinstance(it, float):
            counts["float"] += 1
        elif isinstance(it, str):
            counts["str"] += 1
        elif isinstance(it, (bytes, bytearray, memoryview)) or type(it).__module__.partition(".")[0] in ("numpy", "pandas", "polars", "array"):
            counts["buffer"] += 1
        elif isinstance(it, (list, tuple)):
            counts["tuple" if isinstance(it, tuple) else "list"] += 1
            pending.extend(it)
        elif isinstance(it, dict):
            counts["dict"] += 1
            counts["dict-item"] += len(it)
            pending.extend(it.keys())
            pending.extend(it.values())
        elif isinstance(it, (set, frozenset)):
            counts["set-item"] += len(it)
            pending.extend(it)
        elif id(it) not in seen:
            seen.add(id(it))
            counts["object"] += 1
            fields = getattr(it, "__dict__", None)
            names = [name for kind in type(it).__mro__ for name in getattr(kind, "__slots__", ())]
            pending.extend(fields.values() if isinstance(fields, dict) else [getattr(it, name) for name in names if hasattr(it, name)])
    return dict(sorted(counts.items()))
