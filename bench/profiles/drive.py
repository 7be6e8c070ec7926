"""Runs one of the programs whose profiles are test fixtures, over and over for some seconds: `python drive.py orbits 3`.

It stands in a folder beside `samples/` and `pyperformance/`, where `make-fixtures.py` puts it.
"""

import contextlib
import importlib
import io
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def load(name, folder):
    sys.path.insert(0, os.path.join(HERE, folder))
    return importlib.import_module(name)


def orbits():
    program = load("orbits.__main__", "samples/orbits")
    return lambda: program.main(["--bodies", "30", "--steps", "20"])


def sales_report():
    program = load("sales_report.__main__", "samples/sales-report")
    data = os.path.join(HERE, "samples/sales-report/data")
    return lambda: program.main([data, "--output", os.devnull])


def raytrace():
    program = load("run_benchmark", "pyperformance/bm_raytrace")
    return lambda: program.bench_raytrace(1, 30, 30, None)


def hexiom():
    program = load("run_benchmark", "pyperformance/bm_hexiom")
    return lambda: program.main(1, 25)


def richards():
    program = load("run_benchmark", "pyperformance/bm_richards")
    return lambda: program.Richards().run(1)


PROGRAMS = {"orbits": orbits, "sales-report": sales_report, "raytrace": raytrace, "hexiom": hexiom, "richards": richards}


def run(name, seconds):
    step = PROGRAMS[name]()
    end = time.monotonic() + seconds
    with contextlib.redirect_stdout(io.StringIO()):
        while time.monotonic() < end:
            step()


if __name__ == "__main__":
    run(sys.argv[1], float(sys.argv[2]))
