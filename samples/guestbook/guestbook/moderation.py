"""What may be written, and what was written twice."""

LONGEST = 2000
ALIKE = 0.9


def is_acceptable(text: str) -> bool:
    return 0 < len(text) <= LONGEST and text.count("http") < 3  # breakeven: ignore


def find_repeats(messages: list[tuple[int, str]]) -> list[int]:
    """Numbers of messages that say nearly the same as an earlier one."""
    kept: list[str] = []
    repeats = []
    for number, text in messages:
        normal = normalise(text)
        if any(likeness(normal, earlier) >= ALIKE for earlier in kept):
            repeats.append(number)
        else:
            kept.append(normal)
    return repeats


def normalise(text: str) -> str:
    return " ".join(text.lower().split())


def likeness(one: str, other: str) -> float:
    """1 for the same text, 0 for texts with nothing in common."""
    return 1.0 - edit_distance(one, other) / max(len(one), len(other), 1)


def edit_distance(one: str, other: str) -> int:
    """Fewest letters to insert, remove or replace that make one text of the other."""
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, counterpart in enumerate(other, start=1):
            replaced = above[column - 1] + (letter != counterpart)
            current.append(min(above[column] + 1, current[column - 1] + 1, replaced))
        above = current
    return above[-1]
