"""Runs one pyperformance benchmark for some seconds under a profiler, without its imports and set-up.

usage: record_program.py cProfile|py-spy SECONDS OUTPUT run_benchmark.py [ARGUMENT...]

The benchmark's script runs as it is, but a stand-in for pyperf's Runner calls what it hands over again and again until the time is up.
Only that is profiled. py-spy is started on this process itself, so it needs the right to look at it.
"""
import asyncio
import math
import os
import runpy
import subprocess
import sys
import sysconfig
import time

import pyperf

RATE = 400
ATTEMPTS = 4
ENOUGH_OF_A_CORE = 0.9


def main():
    tool, seconds, output, script, *arguments = sys.argv[1:]
    profile = {"cProfile": profile_with_cprofile, "py-spy": profile_with_py_spy}[tool]

    class Runner(pyperf.Runner):
        def bench_func(self, name, func, *args, inner_loops=None, metadata=None):
            profile(lambda: func(*args), float(seconds), output)
            sys.exit(0)

        def bench_time_func(self, name, time_func, *args, inner_loops=None, metadata=None):
            profile(lambda: time_func(1, *args), float(seconds), output)
            sys.exit(0)

        def bench_async_func(self, name, func, *args, inner_loops=None, metadata=None, loop_factory=None):
            profile(lambda: asyncio.run(func(*args)), float(seconds), output)
            sys.exit(0)

    pyperf.Runner = Runner
    sys.argv = [script, *arguments]
    sys.path.insert(0, os.path.dirname(os.path.abspath(script)))
    runpy.run_path(script, run_name="__main__")


def profile_with_cprofile(work, seconds, output):
    import cProfile

    profiler = cProfile.Profile()
    end = time.monotonic() + seconds
    profiler.enable()
    while time.monotonic() < end:
        work()
    profiler.disable()
    profiler.dump_stats(output)


def profile_with_py_spy(work, seconds, output):
    """py-spy takes a process that waits for a free core for running, so a recording on a crowded machine is made again, and the best kept.

    It lasts for one round of the work at least, so that all of the work is in it.
    """
    begin = time.monotonic()
    work()
    seconds = max(seconds, time.monotonic() - begin)
    best = 0.0
    for _ in range(ATTEMPTS):
        given = record(work, seconds, output + ".part")
        if given > best:
            best = given
            os.replace(output + ".part", output)
        if best >= ENOUGH_OF_A_CORE:
            break
    if best == 0.0:
        sys.exit(1)
    print(f"{best:.2f}")


def record(work, seconds, output):
    """Part of a core that the process got while it was recorded."""
    py_spy = os.path.join(sysconfig.get_path("scripts"), "py-spy")
    command = [py_spy, "record", "--pid", str(os.getpid()), "--duration", str(math.ceil(seconds)), "--rate", str(RATE)]
    begin, busy = time.monotonic(), time.process_time()
    recorder = subprocess.Popen([*command, "--format", "raw", "--output", output], stdout=subprocess.DEVNULL)
    while recorder.poll() is None:
        work()
    if recorder.returncode != 0:
        print(f"py-spy ended with status {recorder.returncode}", file=sys.stderr)
        return 0.0
    return (time.process_time() - busy) / (time.monotonic() - begin)


if __name__ == "__main__":
    main()
