def run(lines: list[str]) -> dict[str, tuple[int, int, int]]:
    totals: dict[str, list[int]] = {}
    for line in lines:
        if not isinstance(line, str):
            raise TypeError("lines expected")
        try:
            _, request, rest = line.split('"')
            _, path, _ = request.split(" ")
            status, length = rest.split()
        except ValueError:
            raise ValueError(f"not a line of an access log: {line}") from None
        entry = totals.get(path)
        if entry is None:
            entry = totals[path] = [0, 0, 0]
        entry[0] += 1
        entry[1] += int(status) >= 400
        entry[2] += int(length)
    return {path: tuple(entry) for path, entry in totals.items()}
