"""Times `import NAME` in fresh interpreters and writes knowledge/measurements/import-times.json.

    python -m pip install <the packages below>
    python bench/library-costs/measure_imports.py

For each package that is installed: the least of seven runs of `import NAME`, less the least of seven of an interpreter that imports nothing.
The least, because everything that disturbs a start only makes it longer; files are in the system's cache from the first run on.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

RUNS = 7
NAMES = """
aiohttp asyncio argparse boto3 bs4 click cryptography cv2 dask datetime decimal django email fastapi flask httpx inspect jinja2 json jsonschema
logging lxml.etree matplotlib.pyplot multiprocessing networkx numpy openpyxl orjson pandas pathlib PIL.Image pkg_resources plotly polars
pyarrow pydantic re requests rich scipy scipy.optimize seaborn setuptools sklearn sklearn.linear_model sqlalchemy sqlite3 ssl statistics
subprocess sympy tkinter torch transformers typer typing unittest urllib.request uuid xml.etree.ElementTree yaml
""".split()


def seconds(statement: str) -> float:
    best = float("inf")
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", statement], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - started)
    return best


def installed(name: str) -> bool:
    try:
        return importlib.util.find_spec(name.split(".")[0]) is not None
    except ValueError:
        return False


def version(name: str) -> str | None:
    top = name.split(".")[0]
    owners = importlib.metadata.packages_distributions().get(top, [])
    return importlib.metadata.version(owners[0]) if owners else None


def main() -> None:
    bare = seconds("pass")
    results = {}
    for name in NAMES:
        if not installed(name):
            continue
        try:
            taken = seconds(f"import {name}") - bare
        except subprocess.CalledProcessError:
            continue
        results[name] = {"milliseconds": round(max(taken, 0) * 1000, 1), **({"version": found} if (found := version(name)) else {})}
        print(f"{name:28} {results[name]['milliseconds']:>8} ms", flush=True)
    record = {
        "date": time.strftime("%Y-%m-%d"),
        "how": "python bench/library-costs/measure_imports.py",
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, shared",
        "runs": RUNS,
        "bareMilliseconds": round(bare * 1000, 1),
        "results": results,
    }
    target = Path(__file__).parents[2] / "knowledge" / "measurements" / "import-times.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(record, indent=1) + "\n")


if __name__ == "__main__":
    main()
