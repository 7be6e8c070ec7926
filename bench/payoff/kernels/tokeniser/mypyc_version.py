OPERATORS = "+-*/()<>=!,:"
DOUBLE_OPERATORS = {"==", "!=", "<=", ">="}


def run(source: str) -> list[tuple[str, str]]:
    tokens = []
    position = 0
    while position < len(source):
        char = source[position]
        start = position
        if char.isspace():
            position += 1
            continue
        if char.isalpha() or char == "_":
            while position < len(source) and (source[position].isalnum() or source[position] == "_"):
                position += 1
            tokens.append(("name", source[start:position]))
        elif char.isdigit():
            while position < len(source) and (source[position].isdigit() or source[position] == "."):
                position += 1
            tokens.append(("number", source[start:position]))
        elif char in OPERATORS:
            position += 2 if source[position : position + 2] in DOUBLE_OPERATORS else 1
            tokens.append(("operator", source[start:position]))
        else:
            raise ValueError(f"unexpected {char!r} at {position}")
    return tokens
