ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def run(data: bytes) -> str:
    result = []
    for i in range(0, len(data), 3):
        chunk = data[i : i + 3]
        bits = 0
        for byte in chunk:
            bits = bits << 8 | byte
        bits <<= 8 * (3 - len(chunk))
        for position in range(4):
            if position <= len(chunk):
                result.append(ALPHABET[bits >> (18 - 6 * position) & 63])
            else:
                result.append("=")
    return "".join(result)
