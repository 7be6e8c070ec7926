"""Builds what has to be compiled: the crate with maturin, mypyc and Cython modules with setuptools. Builds again only what changed.

    python -m measure.build FOLDER [KERNEL ...]
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .kernels import FOLDER, KernelError, kernel_names, module_name

CRATE = FOLDER.parent / "crate"


def build(work: Path, names: list[str]) -> None:
    """Fills `work/built`. Raises KernelError with what the compiler said."""
    built = work / "built"
    built.mkdir(parents=True, exist_ok=True)
    jobs = [lambda: build_crate(work, names)]
    for name in names:
        jobs += [lambda path=path: build_module(work, name_of(path), path) for path in sources(name)]
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        for job in [pool.submit(job) for job in jobs]:
            job.result()


def sources(name: str) -> list[Path]:
    return [path for path in (FOLDER / name / "mypyc_version.py", FOLDER / name / "cython_version.pyx") if path.exists()]


def name_of(path: Path) -> str:
    return f"{module_name(path.parent.name)}_{path.stem.removesuffix('_version')}"


def build_crate(work: Path, names: list[str]) -> None:
    """A crate with the named kernels; all of them share one target folder, in which the dependencies are compiled once."""
    content = [path for path in sorted(CRATE.rglob("*")) if path.is_file() and "target" not in path.relative_to(CRATE).parts]
    content += [path for name in names if (path := FOLDER / name / "rust.rs").exists()]
    if _is_current(work, "crate", content, names):
        return
    environment = {**os.environ, "CARGO_TARGET_DIR": str(work / "target"), "BREAKEVEN_PAYOFF_KERNELS": ",".join(names) or "-"}
    wheels = work / "wheels"
    for old in wheels.glob("*.whl"):
        old.unlink()
    _call(
        [sys.executable, "-m", "maturin", "build", "--release", "--locked", "-i", sys.executable, "-m", str(CRATE / "Cargo.toml"), "-o", str(wheels)],
        environment,
        "The Rust crate does not build",
    )
    (wheel,) = wheels.glob("*.whl")
    _call(
        [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--upgrade", "--target", str(work / "built"), str(wheel)],
        os.environ,
        "The wheel does not install",
    )
    _mark(work, "crate", content, names)


def build_module(work: Path, name: str, path: Path) -> None:
    if _is_current(work, name, [path, Path(__file__)], []):
        return
    folder = work / "modules" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}{path.suffix}").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "setup.py").write_text(_SETUP[path.suffix].format(name=name), encoding="utf-8")
    _call(
        [sys.executable, "setup.py", "--quiet", "build_ext", "--build-lib", str(work / "built"), "--build-temp", "build"],
        os.environ,
        f"{path.relative_to(FOLDER)} does not compile",
        folder,
    )
    _mark(work, name, [path, Path(__file__)], [])


_SETUP = {
    ".py": """
from mypyc.build import mypycify
from setuptools import setup
setup(name="{name}", ext_modules=mypycify(["{name}.py", "--ignore-missing-imports"], opt_level="3"))
""",
    ".pyx": """
import numpy
from Cython.Build import cythonize
from setuptools import Extension, setup
module = Extension("{name}", ["{name}.pyx"], include_dirs=[numpy.get_include()], extra_compile_args=[{flags}])
setup(name="{name}", ext_modules=cythonize([module], language_level=3, quiet=True))
""".replace("{flags}", '"/O2"' if os.name == "nt" else '"-O3", "-w"'),
}


def _stamp(work: Path, name: str) -> Path:
    return work / "built" / f"{name}.stamp"


def _hash(files: list[Path], extra: list[str]) -> str:
    digest = hashlib.sha256(f"{sys.version} {sys.prefix} {extra}".encode())
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _is_current(work: Path, name: str, files: list[Path], extra: list[str]) -> bool:
    stamp = _stamp(work, name)
    return stamp.exists() and stamp.read_text() == _hash(files, extra)


def _mark(work: Path, name: str, files: list[Path], extra: list[str]) -> None:
    _stamp(work, name).write_text(_hash(files, extra))


def _call(command: list[str], environment, failure: str, folder: Path | None = None) -> None:
    run = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise KernelError(f"{failure}:\n{run.stdout}{run.stderr}".strip())


def main() -> int:
    try:
        build(Path(sys.argv[1]), sys.argv[2:] or kernel_names())
    except KernelError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
