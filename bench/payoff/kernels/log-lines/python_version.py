import re

LINE = re.compile(
    r'(?P<address>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<method>\w+) (?P<path>\S+) [^"]*" (?P<status>\d+) (?P<length>\d+)'
)


def run(lines: list[str]) -> dict[str, tuple[int, int, int]]:
    """Requests, errors and bytes of every path."""
    totals: dict[str, tuple[int, int, int]] = {}
    for line in lines:
        match = LINE.match(line)
        if match is None:
            raise ValueError(f"not a line of an access log: {line}")
        path = match.group("path")
        requests, errors, length = totals.get(path, (0, 0, 0))
        is_error = int(match.group("status")) >= 400
        totals[path] = (requests + 1, errors + is_error, length + int(match.group("length")))
    return totals
