from functools import total_ordering


@total_ordering
class Version:
    def __init__(self, text: str) -> None:
        self.text = text
        base, _, self.suffix = text.partition("-")
        major, minor, patch = base.split(".")
        self.numbers = (int(major), int(minor), int(patch))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.numbers == other.numbers and self.suffix == other.suffix

    def __lt__(self, other: "Version") -> bool:
        if self.numbers != other.numbers:
            return self.numbers < other.numbers
        if not self.suffix or not other.suffix:
            return bool(self.suffix) and not other.suffix
        return self.suffix < other.suffix


def run(texts: list[str]) -> list[str]:
    versions = [Version(text) for text in texts]
    versions.sort()
    return [version.text for version in versions]
