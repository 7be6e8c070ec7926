def run(data: bytes) -> str:
    if not isinstance(data, bytes):
        raise TypeError("bytes expected")
    return data.hex()
