"""Whether all versions of a kernel give what the Python version gives, before anything is timed."""

from __future__ import annotations

import copy
import math

from .kernels import Kernel, KernelError

# Sums in another order differ in the last digits.
TOLERANCE = 1e-9


def check_equality(kernel: Kernel, sizes: tuple[str, ...]) -> int:
    """Compares results, errors on bad input, and that no version changes its input. Returns how many comparisons were made."""
    compared = 0
    for size in sizes:
        args = kernel.input(size)
        expected = kernel.normalise(kernel.versions["python"](*copy.deepcopy(args)))
        before = _comparable(args)
        for name, version in kernel.versions.items():
            given = copy.deepcopy(args)
            result = kernel.normalise(version(*given))
            difference = find_difference(expected, result)
            if difference:
                raise KernelError(f"{kernel.name}, {size}: {name} differs from python: {difference}")
            if find_difference(before, _comparable(given)):
                raise KernelError(f"{kernel.name}, {size}: {name} changes its input; timed again it would do other work")
            compared += 1
    for index, args in enumerate(kernel.bad_inputs):
        expected_error = _error_of(kernel.versions["python"], args)
        if expected_error is None:
            raise KernelError(f"{kernel.name}: bad input {index} raises nothing in Python")
        for name, version in kernel.versions.items():
            error = _error_of(version, args)
            if error is not expected_error:
                raise KernelError(f"{kernel.name}: on bad input {index} {name} raises {_named(error)}, python {_named(expected_error)}")
            compared += 1
    return compared


def find_difference(expected, result, path: str = "result") -> str | None:
    """Where two values differ, in words; floats by tolerance, arrays and frames by their content."""
    if _is_equal(expected, result):
        return None
    expected, result = _plain(expected), _plain(result)
    if isinstance(expected, bool) or isinstance(result, bool):
        return None if expected == result else f"{path}: {expected!r} and {result!r}"
    if isinstance(expected, (int, float, complex)) and isinstance(result, (int, float, complex)):
        return None if _close(expected, result) else f"{path}: {expected!r} and {result!r}"
    if isinstance(expected, (list, tuple)) and isinstance(result, (list, tuple)):
        if len(expected) != len(result):
            return f"{path}: {len(expected)} and {len(result)} elements"
        for index, (a, b) in enumerate(zip(expected, result)):
            difference = find_difference(a, b, f"{path}[{index}]")
            if difference:
                return difference
        return None
    if isinstance(expected, dict) and isinstance(result, dict):
        if expected.keys() != result.keys():
            return f"{path}: keys {sorted(map(repr, expected.keys() ^ result.keys()))[:5]} on one side only"
        for key in expected:
            difference = find_difference(expected[key], result[key], f"{path}[{key!r}]")
            if difference:
                return difference
        return None
    return None if expected == result else f"{path}: {_short(expected)} and {_short(result)}"


def _is_equal(expected, result) -> bool:
    """Most results are equal to the last digit, and C compares them much faster than the walk below."""
    if type(expected) is not type(result) or not isinstance(expected, (list, dict, tuple)):
        return False
    try:
        return bool(expected == result)
    except ValueError:
        # Arrays inside, which compare element by element.
        return False


def _plain(value):
    kind = type(value).__module__.partition(".")[0]
    if kind == "numpy":
        return value.tolist()
    if kind == "pandas":
        return value.to_dict("list") if hasattr(value, "columns") else value.tolist()
    if kind == "polars":
        return value.to_dict(as_series=False) if hasattr(value, "columns") else value.to_list()
    if isinstance(value, (bytearray, memoryview)):
        return bytes(value)
    return value


def _comparable(args):
    """Arguments with objects replaced by their fields: a deep copy of an object equals nothing."""
    seen: dict[int, object] = {}

    def walk(value):
        if isinstance(value, (list, tuple)):
            return [walk(it) for it in value]
        if isinstance(value, dict):
            return {key if isinstance(key, (str, int, float, bytes, tuple, bool)) else id(type(key)): walk(it) for key, it in value.items()}
        fields = getattr(value, "__dict__", None)
        if not isinstance(fields, dict) or callable(value) or type(value).__module__.partition(".")[0] in ("numpy", "pandas", "polars"):
            return value if isinstance(value, (int, float, str, bytes, set, frozenset, type(None))) or _plain(value) is not value else None
        if id(value) in seen:
            return None
        seen[id(value)] = value
        return {name: walk(it) for name, it in fields.items()}

    return walk(args)


def _close(a, b) -> bool:
    if isinstance(a, int) and isinstance(b, int):
        return a == b
    if isinstance(a, complex) or isinstance(b, complex):
        return abs(a - b) <= TOLERANCE * max(1.0, abs(a))
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


def _error_of(version, args) -> type | None:
    try:
        version(*copy.deepcopy(args))
    except Exception as error:
        return type(error)
    return None


def _named(error: type | None) -> str:
    return "nothing" if error is None else error.__name__


def _short(value) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
