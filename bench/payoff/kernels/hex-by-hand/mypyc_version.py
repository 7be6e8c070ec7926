DIGITS = "0123456789abcdef"


def run(data: bytes) -> str:
    text = []
    for byte in data:
        text.append(DIGITS[byte >> 4])
        text.append(DIGITS[byte & 15])
    return "".join(text)
