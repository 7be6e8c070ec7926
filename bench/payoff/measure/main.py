"""Checks and times the kernels, and prints the result as JSON.

    python -m measure.main --work FOLDER [--only NAME ...] [--quick] [--seconds S]
"""

from __future__ import annotations

import argparse
import copy
import datetime
import gc
import importlib.metadata
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from .build import build
from .elements import count_elements
from .equality import check_equality
from .kernels import KINDS, SIZES, Kernel, KernelError, kernel_names, load_kernel
from .timing import time_versions

TOOLS = ("numpy", "pandas", "polars", "numba", "mypy", "cython", "maturin")


def main() -> int:
    options = _options()
    try:
        names = _one_of_each_kind() if options.quick and not options.only else kernel_names(options.only)
        say(f"building {len(names)} kernels ...")
        build(options.work, names)
        kernels = [load_kernel(name, options.work / "built") for name in names]
        result = {"quick": options.quick, **_conditions(), "kernels": [_kernel(it, options) for it in kernels]}
        if not options.quick and not options.only:
            result.update(_tables())
    except KernelError as error:
        say(str(error))
        return 1
    json.dump(result, sys.stdout)
    return 0


def _tables() -> dict:
    # Their modules import the crate, which is there only now.
    from .boundary import measure_boundary
    from .memory import measure_memory
    from .operations import measure_operations

    say("operations, boundary, memory ...")
    return {"operations": measure_operations(), "boundary": measure_boundary(), "memory": measure_memory()}


def _kernel(kernel: Kernel, options: argparse.Namespace) -> dict:
    compared = check_equality(kernel, SIZES[:1] if options.quick else SIZES)
    say(f"{kernel.name}: {', '.join(kernel.versions)} agree ({compared} comparisons)")
    result: dict = {"name": kernel.name, "kind": kernel.kind, "versions": list(kernel.versions), "compared": compared, "sizes": []}
    if options.quick:
        return result
    for size in SIZES:
        result["sizes"].append({"size": size, **_size(kernel, size, options.seconds)})
        times = result["sizes"][-1]["times"]
        say(f"  {size}: " + ", ".join(f"{name} {it['cpu'] * 1e6:.0f} us ({it['speedup']:.2f}x)" for name, it in times.items()))
    return result


def _size(kernel: Kernel, size: str, seconds: float) -> dict:
    args = kernel.input(size)
    calls = {name: (lambda version=version: version(*args)) for name, version in kernel.versions.items()}
    for name, version in kernel.versions.items():
        if version.prepare is not None:
            prepared = version.prepare(*args)
            calls[f"{name} prepared"] = lambda run=version.run, prepared=prepared: run(*prepared)
    given = count_elements(args)
    made = count_elements(kernel.versions["python"](*copy.deepcopy(args)))
    return {"given": given, "made": made, "times": time_versions(calls, seconds)}


def _one_of_each_kind() -> list[str]:
    """The first kernel of each kind, by what its description says without loading anything else."""
    chosen: dict[str, str] = {}
    for name in kernel_names():
        text = (Path(__file__).resolve().parent.parent / "kernels" / name / "kernel.py").read_text(encoding="utf-8")
        kind = next((kind for kind in KINDS if f'KIND = "{kind}"' in text), None)
        if kind is not None:
            chosen.setdefault(kind, name)
    return sorted(chosen.values())


def _conditions() -> dict:
    return {
        "date": datetime.date.today().isoformat(),
        "machine": {"system": f"{platform.system()} {platform.machine()}", "processor": _processor(), "cores": os.cpu_count()},
        "versions": {
            "python": platform.python_version(),
            "rustc": _rustc(),
            **{name: importlib.metadata.version(name) for name in TOOLS},
        },
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or "unknown"


def _rustc() -> str:
    return subprocess.run(["rustc", "--version"], capture_output=True, text=True, check=False).stdout.split()[1]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--only", action="append")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seconds", type=float, default=1.2, help="time for each size of a kernel")
    return parser.parse_args()


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    gc.freeze()
    sys.exit(main())
