"""Finds the kernels and loads their versions. A kernel is a folder of `kernels/`; the README beside it says what it holds."""

from __future__ import annotations

import importlib
import importlib.util
import random
import sys
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "kernels"
KINDS = ("numeric", "dynamic-programming", "search", "strings", "objects", "dataframe", "collections", "bits", "bigint")
SIZES = ("small", "medium", "large")
PACKAGE = "payoff_kernels"
# Versions that are Python files of the kernel's folder.
PLAIN = ("python", "stdlib", "library", "numpy", "polars", "numba")


@dataclass(frozen=True)
class Version:
    """One way to do the work. `prepare` brings the arguments into the form that it works on; it is part of what a call from Python costs."""

    run: Callable
    prepare: Callable | None = None

    def __call__(self, *args):
        return self.run(*args) if self.prepare is None else self.run(*self.prepare(*args))


@dataclass
class Kernel:
    name: str
    kind: str
    sizes: dict[str, object]
    make_input: Callable
    bad_inputs: list[tuple]
    normalise: Callable
    # `python` first.
    versions: dict[str, Version] = field(default_factory=dict)

    def input(self, size: str) -> tuple:
        """The arguments of a size, the same in every run."""
        return self.make_input(size, random.Random(f"{self.name} {size}"))


class KernelError(Exception):
    """A kernel that does not keep to the layout, or whose versions differ."""


def kernel_names(only: list[str] | None = None) -> list[str]:
    names = sorted(path.parent.name for path in FOLDER.glob("*/kernel.py"))
    unknown = sorted(set(only or []) - set(names))
    if unknown:
        raise KernelError(f"There is no kernel {', '.join(unknown)}; there are: {', '.join(names)}")
    return [name for name in names if not only or name in only]


def module_name(kernel: str) -> str:
    return kernel.replace("-", "_")


def load_kernel(name: str, built: Path) -> Kernel:
    """`built` has the compiled modules: `<name>_mypyc`, `<name>_cython` and the Rust crate."""
    if str(built) not in sys.path:
        sys.path.insert(0, str(built))
    package = _package(name)
    description = importlib.import_module(f"{package}.kernel")
    for required in ("KIND", "SIZES", "make_input"):
        if not hasattr(description, required):
            raise KernelError(f"{name}/kernel.py has no {required}")
    if description.KIND not in KINDS:
        raise KernelError(f"{name}/kernel.py: KIND {description.KIND!r} is none of {', '.join(KINDS)}")
    if tuple(description.SIZES) != SIZES:
        raise KernelError(f"{name}/kernel.py: SIZES needs the keys {', '.join(SIZES)}")
    kernel = Kernel(
        name,
        description.KIND,
        description.SIZES,
        description.make_input,
        list(getattr(description, "BAD_INPUTS", [])),
        getattr(description, "normalise", lambda result: result),
    )
    for version in PLAIN:
        if (FOLDER / name / f"{version}_version.py").exists():
            kernel.versions[version] = _version(importlib.import_module(f"{package}.{version}_version"))
    for version, extension in (("mypyc", "py"), ("cython", "pyx")):
        if (FOLDER / name / f"{version}_version.{extension}").exists():
            kernel.versions[version] = _version(importlib.import_module(f"{module_name(name)}_{version}"))
    if (FOLDER / name / "rust.rs").exists():
        crate = importlib.import_module("breakeven_payoff")
        kernel.versions["rust"] = Version(getattr(crate, module_name(name)))
    if "python" not in kernel.versions:
        raise KernelError(f"{name} has no python_version.py")
    return kernel


def _version(module: types.ModuleType) -> Version:
    return Version(module.run, getattr(module, "prepare", None))


def _package(name: str) -> str:
    """Makes the folder a package, so that `from .python_version import Node` works in its files."""
    if PACKAGE not in sys.modules:
        parent = types.ModuleType(PACKAGE)
        parent.__path__ = []
        sys.modules[PACKAGE] = parent
    full = f"{PACKAGE}.{module_name(name)}"
    if full not in sys.modules:
        package = types.ModuleType(full)
        package.__path__ = [str(FOLDER / name)]
        sys.modules[full] = package
    return full
