from string import ascii_lowercase, ascii_uppercase


def run(text: str, shift: int) -> str:
    start = shift % 26
    moved = [letters[start:] + letters[:start] for letters in (ascii_lowercase, ascii_uppercase)]
    return text.translate(str.maketrans(ascii_lowercase + ascii_uppercase, "".join(moved)))
