"""Runs a program of `drive.py` under line_profiler, every function of its own modules registered: FOLDER PROGRAM SECONDS OUTPUT."""

import inspect
import sys

from line_profiler import LineProfiler

folder, program, seconds, output = sys.argv[1:]
sys.path.insert(0, folder)
import drive  # noqa: E402

step = drive.PROGRAMS[program]()
profiler = LineProfiler()
for module in list(sys.modules.values()):
    if not (getattr(module, "__file__", None) or "").startswith(f"{folder}/") or module is drive:
        continue
    holders = [module, *(value for _, value in inspect.getmembers(module, inspect.isclass) if value.__module__ == module.__name__)]
    for holder in holders:
        for value in vars(holder).values():
            function = getattr(value, "__func__", value)
            if inspect.isfunction(function) and function.__module__ == module.__name__:
                profiler.add_function(function)
drive.PROGRAMS[program] = lambda: step
profiler.enable_by_count()
drive.run(program, float(seconds))
profiler.disable_by_count()
profiler.dump_stats(output)
