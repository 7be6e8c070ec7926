"""Runs a command and writes CPU seconds, wall seconds and the largest resident size of it and its children as JSON to a file."""

import json
import os
import sys
import time

report, *command = sys.argv[1:]
started = time.monotonic()
process = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(process, 0)
wall = time.monotonic() - started
# Linux counts the resident size in KiB, macOS in bytes.
unit = 1 if sys.platform == "darwin" else 1024
with open(report, "w", encoding="utf-8") as file:
    json.dump({"status": os.waitstatus_to_exitcode(status), "cpu": usage.ru_utime + usage.ru_stime, "wall": wall, "memory": usage.ru_maxrss * unit}, file)
