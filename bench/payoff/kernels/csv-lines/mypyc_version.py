def parse_line(line: str) -> list[str]:
    fields = []
    field = ""
    quoted = False
    i = 0
    while i < len(line):
        char = line[i]
        if quoted:
            if char != '"':
                field += char
            elif line[i + 1 : i + 2] == '"':
                field += '"'
                i += 1
            else:
                quoted = False
        elif char == '"':
            quoted = True
        elif char == ",":
            fields.append(field)
            field = ""
        else:
            field += char
        i += 1
    if quoted:
        raise ValueError("a quote is never closed")
    fields.append(field)
    return fields


def run(text: str) -> list[list[str]]:
    return [parse_line(line) for line in text.splitlines()]
