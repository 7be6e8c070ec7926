import re

TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<name>[^\W\d]\w*)|(?P<number>\d[\d.]*)|(?P<operator>[=!<>]=|[-+*/()<>=!,:])|(?P<error>.)"
)


def run(source: str) -> list[tuple[str, str]]:
    tokens = []
    for match in TOKEN.finditer(source):
        kind = match.lastgroup
        if kind == "space":
            continue
        if kind == "error":
            raise ValueError(f"unexpected {match[0]!r} at {match.start()}")
        tokens.append((kind, match[0]))
    return tokens
