from pybase64 import b64encode_as_string


def run(data: bytes) -> str:
    return b64encode_as_string(memoryview(data))
