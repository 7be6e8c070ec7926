"""Text, dates and formats."""

import csv
import datetime
import html
import io
import urllib.parse

LETTERS = [("Hello, World! " * 3,), ("The quick brown fox jumps over the lazy dog. " * 300,)]

shifted_letters_inputs = [(text, 13) for (text,) in LETTERS]


def shifted_letters_by_hand(text: str, shift: int) -> str:
    result = []
    for letter in text:
        if "a" <= letter <= "z":
            result.append(chr((ord(letter) - 97 + shift) % 26 + 97))
        elif "A" <= letter <= "Z":
            result.append(chr((ord(letter) - 65 + shift) % 26 + 65))
        else:
            result.append(letter)
    return "".join(result)


def shifted_letters_counterpart(text: str, shift: int) -> str:
    lower = "abcdefghijklmnopqrstuvwxyz"
    moved = lower[shift:] + lower[:shift]
    return text.translate(str.maketrans(lower + lower.upper(), moved + moved.upper()))


replaced_letters_inputs = [(text, {"a": "4", "e": "3", "o": "0"}) for (text,) in LETTERS]


def replaced_letters_by_hand(text: str, table: dict[str, str]) -> str:
    result = ""
    for letter in text:
        if letter in table:
            result += table[letter]
        else:
            result += letter
    return result


def replaced_letters_counterpart(text: str, table: dict[str, str]) -> str:
    return text.translate(str.maketrans(table))


removed_letters_inputs = [(text, ".,;!?") for (text,) in LETTERS]


def removed_letters_by_hand(text: str, unwanted: str) -> str:
    return "".join(letter for letter in text if letter not in unwanted)


def removed_letters_counterpart(text: str, unwanted: str) -> str:
    return text.translate(str.maketrans("", "", unwanted))


counted_letters_inputs = LETTERS


def counted_letters_by_hand(text: str) -> int:
    count = 0
    for letter in text:
        if letter in "aeiou":
            count += 1
    return count


def counted_letters_counterpart(text: str) -> int:
    return sum(map(text.count, "aeiou"))


upper_case_inputs = LETTERS


def upper_case_by_hand(text: str) -> str:
    result = ""
    for letter in text:
        if "a" <= letter <= "z":
            result += chr(ord(letter) - 32)
        else:
            result += letter
    return result


def upper_case_counterpart(text: str) -> str:
    return text.upper()


escaped_html_inputs = [("<b>Tom & Jerry</b>",), ("<p>Fish & chips, a < b</p> and plain text " * 200,)]


def escaped_html_by_hand(text: str) -> str:
    result = []
    for letter in text:
        if letter == "&":
            result.append("&amp;")
        elif letter == "<":
            result.append("&lt;")
        elif letter == ">":
            result.append("&gt;")
        else:
            result.append(letter)
    return "".join(result)


def escaped_html_counterpart(text: str) -> str:
    return html.escape(text, quote=False)


split_text_inputs = [("one,two,three",), ("some,words,with,commas,between," * 300,)]


def split_text_by_hand(text: str) -> list[str]:
    parts = []
    current = ""
    for letter in text:
        if letter == ",":
            parts.append(current)
            current = ""
        else:
            current += letter
    parts.append(current)
    return parts


def split_text_counterpart(text: str) -> list[str]:
    return text.split(",")


quoted_fields_inputs = [('a,"b, c",d',), ('12,"Smith, John",London,"a long comment, with commas",7.5,' * 100,)]


def quoted_fields_by_hand(line: str) -> list[str]:
    fields = []
    field = ""
    quoted = False
    for letter in line:
        if letter == '"':
            quoted = not quoted
        elif letter == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += letter
    fields.append(field)
    return fields


def quoted_fields_counterpart(line: str) -> list[str]:
    return next(csv.reader([line]))


percent_decoding_inputs = [("a%20b%21",), ("name%3DJohn%20Smith%26city%3DLondon+plain+text+that+needs+nothing" * 100,)]


def percent_decoding_by_hand(text: str) -> str:
    result = []
    i = 0
    while i < len(text):
        if text[i] == "%":
            result.append(chr(int(text[i + 1 : i + 3], 16)))
            i += 3
        else:
            result.append(text[i])
            i += 1
    return "".join(result)


def percent_decoding_counterpart(text: str) -> str:
    return urllib.parse.unquote(text)


substring_search_inputs = [("the quick brown fox", "fox"), ("the quick brown dog " * 500, "fox")]


def substring_search_by_hand(text: str, pattern: str) -> int:
    for i in range(len(text) - len(pattern) + 1):
        if text[i : i + len(pattern)] == pattern:
            return i
    return -1


def substring_search_counterpart(text: str, pattern: str) -> int:
    return text.find(pattern)


palindrome_inputs = [("never odd or even",), (("ab" * 1000) + ("ba" * 1000),)]


def palindrome_by_hand(text: str) -> bool:
    left, right = 0, len(text) - 1
    while left < right:
        if text[left] != text[right]:
            return False
        left += 1
        right -= 1
    return True


def palindrome_counterpart(text: str) -> bool:
    return text == text[::-1]


STAMPS = [
    ([f"2024-{1 + i % 12:02d}-{1 + i % 28:02d}T{i % 24:02d}:{i % 60:02d}:00" for i in range(size)],) for size in (5, 2_000)
]

parsed_iso_dates_inputs = STAMPS


def parsed_iso_dates_by_hand(stamps: list[str]) -> list[datetime.datetime]:
    return [datetime.datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%S") for stamp in stamps]


def parsed_iso_dates_counterpart(stamps: list[str]) -> list[datetime.datetime]:
    return [datetime.datetime.fromisoformat(stamp) for stamp in stamps]


date_from_parts_inputs = STAMPS


def date_from_parts_by_hand(stamps: list[str]) -> list[datetime.date]:
    return [date_of(stamp[:10]) for stamp in stamps]


def date_of(text: str) -> datetime.date:
    year, month, day = text.split("-")
    return datetime.date(int(year), int(month), int(day))


def date_from_parts_counterpart(stamps: list[str]) -> list[datetime.date]:
    return [datetime.date.fromisoformat(stamp[:10]) for stamp in stamps]


percent_encoding_inputs = [("a b&c=d",), ("name=John Smith&city=London/Paris " * 100,)]


def percent_encoding_by_hand(text: str) -> str:
    safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~"
    result = ""
    for byte in text.encode():
        letter = chr(byte)
        if letter in safe:
            result += letter
        else:
            result += "%" + format(byte, "02X")
    return result


def percent_encoding_counterpart(text: str) -> str:
    return urllib.parse.quote(text, safe="")
