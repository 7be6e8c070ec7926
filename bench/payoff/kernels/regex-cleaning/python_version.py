import re

TAG = re.compile(r"<[^>]+>")
URL = re.compile(r"https?://\S+")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
NUMBER = re.compile(r"\d+")
SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    text = TAG.sub(" ", text)
    text = URL.sub("URL", text)
    text = MAIL.sub("MAIL", text)
    text = NUMBER.sub("0", text)
    return SPACE.sub(" ", text).strip().lower()


def run(texts: list[str]) -> list[str]:
    return [clean(text) for text in texts]
