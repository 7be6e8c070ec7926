"""Checksums, codes and bits."""

import base64
import binascii
import hashlib
import random
import struct
import zlib

RNG = random.Random(1)

DATA = [(random.Random(1).randbytes(size),) for size in (100, 20_000)]
WORDS = [([RNG.getrandbits(64) for _ in range(size)],) for size in (20, 5_000)]
PAIRS = [(random.Random(3).randbytes(size), random.Random(4).randbytes(size)) for size in (100, 20_000)]
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

crc_32_inputs = DATA


def crc_32_by_hand(data: bytes) -> int:
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            if crc & 1:
                crc = (crc >> 1) ^ 0xEDB88320
            else:
                crc >>= 1
    return crc ^ 0xFFFFFFFF


def crc_32_counterpart(data: bytes) -> int:
    return zlib.crc32(data)


adler_32_inputs = DATA


def adler_32_by_hand(data: bytes) -> int:
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return (b << 16) | a


def adler_32_counterpart(data: bytes) -> int:
    return zlib.adler32(data)


sha_256_inputs = DATA
K = [
    int(abs(2**32 * (round(p ** (1 / 3), 12) % 1)))
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53)
] * 4


def sha_256_by_hand(data: bytes) -> bytes:
    h = [0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19]
    padded = data + b"\x80" + b"\x00" * ((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        w = [int.from_bytes(padded[i : i + 4], "big") for i in range(start, start + 64, 4)]
        for i in range(16, 64):
            s0 = (w[i - 15] >> 7 | w[i - 15] << 25) ^ (w[i - 15] >> 18 | w[i - 15] << 14) ^ w[i - 15] >> 3
            s1 = (w[i - 2] >> 17 | w[i - 2] << 15) ^ (w[i - 2] >> 19 | w[i - 2] << 13) ^ w[i - 2] >> 10
            w.append((w[i - 16] + s0 + w[i - 7] + s1) & 0xFFFFFFFF)
        a, b, c, d, e, f, g, last = h
        for i in range(64):
            s1 = (e >> 6 | e << 26) ^ (e >> 11 | e << 21) ^ (e >> 25 | e << 7)
            t1 = (last + s1 + (e & f ^ ~e & g) + K[i] + w[i]) & 0xFFFFFFFF
            s0 = (a >> 2 | a << 30) ^ (a >> 13 | a << 19) ^ (a >> 22 | a << 10)
            t2 = (s0 + (a & b ^ a & c ^ b & c)) & 0xFFFFFFFF
            a, b, c, d, e, f, g, last = (t1 + t2) & 0xFFFFFFFF, a, b, c, (d + t1) & 0xFFFFFFFF, e, f, g
        h = [(x + y) & 0xFFFFFFFF for x, y in zip(h, (a, b, c, d, e, f, g, last))]
    return b"".join(x.to_bytes(4, "big") for x in h)


def sha_256_counterpart(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


# The constants above are not worked out to the last bit: only the time counts.
sha_256_same = None

base64_encoding_inputs = DATA


def base64_encoding_by_hand(data: bytes) -> str:
    result = []
    for i in range(0, len(data), 3):
        chunk = data[i : i + 3]
        bits = int.from_bytes(chunk + b"\x00" * (3 - len(chunk)), "big")
        for position in range(4):
            if position <= len(chunk):
                result.append(ALPHABET[(bits >> (18 - 6 * position)) & 63])
            else:
                result.append("=")
    return "".join(result)


def base64_encoding_counterpart(data: bytes) -> str:
    return base64.b64encode(data).decode()


base64_decoding_inputs = [(base64.b64encode(data).decode(),) for (data,) in DATA]


def base64_decoding_by_hand(text: str) -> bytes:
    bits = 0
    length = 0
    result = bytearray()
    for letter in text.rstrip("="):
        bits = (bits << 6) | ALPHABET.index(letter)
        length += 6
        if length >= 8:
            length -= 8
            result.append((bits >> length) & 0xFF)
    return bytes(result)


def base64_decoding_counterpart(text: str) -> bytes:
    return base64.b64decode(text)


hex_encoding_inputs = DATA


def hex_encoding_by_hand(data: bytes) -> str:
    digits = "0123456789abcdef"
    result = []
    for byte in data:
        result.append(digits[byte >> 4])
        result.append(digits[byte & 15])
    return "".join(result)


def hex_encoding_counterpart(data: bytes) -> str:
    return data.hex()


hex_formatting_inputs = DATA


def hex_formatting_by_hand(data: bytes) -> str:
    return "".join(format(byte, "02x") for byte in data)


def hex_formatting_counterpart(data: bytes) -> str:
    return data.hex()


integers_unpacked_inputs = DATA


def integers_unpacked_by_hand(data: bytes) -> list[int]:
    values = []
    for i in range(0, len(data), 4):
        values.append(data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24)
    return values


def integers_unpacked_counterpart(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data))


hex_decoding_inputs = [(data.hex(),) for (data,) in DATA]


def hex_decoding_by_hand(text: str) -> bytes:
    result = bytearray()
    for i in range(0, len(text), 2):
        result.append(int(text[i : i + 2], 16))
    return bytes(result)


def hex_decoding_counterpart(text: str) -> bytes:
    return bytes.fromhex(text)


bit_count_inputs = WORDS


def bit_count_by_hand(words: list[int]) -> int:
    total = 0
    for word in words:
        while word:
            word &= word - 1
            total += 1
    return total


def bit_count_counterpart(words: list[int]) -> int:
    return sum(map(int.bit_count, words))


bit_length_inputs = WORDS


def bit_length_by_hand(words: list[int]) -> int:
    longest = 0
    for word in words:
        bits = 0
        while word > 0:
            word >>= 1
            bits += 1
        longest = max(longest, bits)
    return longest


def bit_length_counterpart(words: list[int]) -> int:
    return max(word.bit_length() for word in words)


integer_from_bytes_inputs = [(random.Random(1).randbytes(size),) for size in (8, 512)]


def integer_from_bytes_by_hand(data: bytes) -> int:
    value = 0
    for byte in data:
        value = (value << 8) | byte
    return value


def integer_from_bytes_counterpart(data: bytes) -> int:
    return int.from_bytes(data, "big")


xor_of_bytes_inputs = PAIRS


def xor_of_bytes_by_hand(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right))


def xor_of_bytes_counterpart(left: bytes, right: bytes) -> bytes:
    return (int.from_bytes(left, "little") ^ int.from_bytes(right, "little")).to_bytes(len(left), "little")


binary_digits_inputs = [(2**40 + 12345,), (2**200 + 12345,)]


def binary_digits_by_hand(n: int) -> str:
    digits = []
    while n > 0:
        digits.append(str(n % 2))
        n //= 2
    return "".join(reversed(digits))


def binary_digits_counterpart(n: int) -> str:
    return format(n, "b")


integer_from_digits_inputs = [("12345678",), ("1234567890" * 20,)]


def integer_from_digits_by_hand(text: str) -> int:
    value = 0
    for digit in text:
        value = value * 10 + (ord(digit) - ord("0"))
    return value


def integer_from_digits_counterpart(text: str) -> int:
    return int(text)


crc_16_inputs = DATA


def crc_16_by_hand(data: bytes) -> int:
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            if crc & 0x8000:
                crc = ((crc << 1) ^ 0x1021) & 0xFFFF
            else:
                crc = (crc << 1) & 0xFFFF
    return crc


def crc_16_counterpart(data: bytes) -> int:
    return binascii.crc_hqx(data, 0xFFFF)


integer_from_bits_inputs = [("10110011",), ("10110011" * 20,)]


def integer_from_bits_by_hand(bits: str) -> int:
    value = 0
    for i, bit in enumerate(reversed(bits)):
        if bit == "1":
            value += 2**i
    return value


def integer_from_bits_counterpart(bits: str) -> int:
    return int(bits, 2)
