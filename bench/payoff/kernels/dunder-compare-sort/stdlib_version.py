"""A key is computed once for each object; the comparisons then run in C."""


def key(text: str) -> tuple[int, int, int, bool, str]:
    base, _, suffix = text.partition("-")
    major, minor, patch = base.split(".")
    return int(major), int(minor), int(patch), not suffix, suffix


def run(texts: list[str]) -> list[str]:
    return sorted(texts, key=key)
