def run(data: bytes) -> list[tuple[int, int]]:
    runs = []
    current = None
    length = 0
    for byte in data:
        if byte == current:
            length += 1
        else:
            if current is not None:
                runs.append((current, length))
            current = byte
            length = 1
    if current is not None:
        runs.append((current, length))
    return runs
