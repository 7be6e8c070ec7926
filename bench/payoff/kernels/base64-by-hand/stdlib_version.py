from base64 import b64encode


def run(data: bytes) -> str:
    return b64encode(data).decode("ascii")
