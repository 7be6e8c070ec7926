"""Sizes of ports from Python to Rust, from the history of a project that made many: Python lines that a port took away, Rust lines that it added.

    python bench/effort/collect_ports.py PATH_TO_A_CLONE > bench/effort/ports.csv

A port is a commit whose subject says so ("Port X to Rust", "Oxidize X"). Lines are those of code: no blank lines, comments or tests. Python's
docstrings count where they went. Commits that took away fewer than 30 lines of Python are left out: they added something instead.
"""

import re
import subprocess
import sys

SUBJECT = re.compile(r"^(port|oxidi[sz]e)\b.*", re.IGNORECASE)
LEAST = 30


def git(*arguments):
    return subprocess.run(["git", "-C", sys.argv[1], *arguments], check=True, capture_output=True, text=True, errors="replace").stdout


def is_code(line, mark):
    text = line[1:].strip()
    return text != "" and not text.startswith(mark)


def sizes(commit):
    """(Python lines less, Rust lines more) of one commit, tests left out."""
    python = rust = 0
    path, in_tests = "", False
    for line in git("show", "--format=", "--unified=0", "--no-renames", commit, "--", "*.py", "*.rs").splitlines():
        if line.startswith("+++ ") or line.startswith("--- "):
            name = line[6:]
            path, in_tests = (path if name == "ev/null" or name == "dev/null" else name), False
        elif "test" in path:
            continue
        elif path.endswith(".rs"):
            in_tests = in_tests or line.startswith("+") and "#[cfg(test)]" in line
            if not in_tests and line[:1] in "+-" and is_code(line, "//"):
                rust += 1 if line[0] == "+" else -1
        elif path.endswith(".py") and line[:1] in "+-" and is_code(line, "#"):
            python += 1 if line[0] == "-" else -1
    return python, rust


def main():
    print("commit,date,subject,python,rust")
    for row in git("log", "--format=%h\t%as\t%s").splitlines():
        commit, date, subject = row.split("\t", 2)
        if not SUBJECT.match(subject):
            continue
        python, rust = sizes(commit)
        if python >= LEAST and rust > 0:
            print(f'{commit},{date},"{subject.replace(chr(34), chr(39))}",{python},{rust}')


if __name__ == "__main__":
    main()
