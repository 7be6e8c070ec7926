"""What NumPy, SciPy and others have."""

import cmath
import json
import math
import random

import numpy as np
import orjson
import rapidfuzz

RNG = random.Random(1)

GRIDS = [
    ([[RNG.random() for _ in range(size)] for _ in range(size)],) * 2 for size in (8, 60)
]
POINTS = [([(RNG.random(), RNG.random()) for i in range(size)],) for size in (10, 300)]
SIGNALS = [([RNG.random() for _ in range(size)],) for size in (16, 256)]

matrix_product_inputs = GRIDS


def matrix_product_by_hand(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    n, m, p = len(a), len(b), len(b[0])
    result = [[0.0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            for k in range(m):
                result[i][j] += a[i][k] * b[k][j]
    return result


def matrix_product_counterpart(a: list[list[float]], b: list[list[float]]) -> np.ndarray:
    return np.array(a) @ np.array(b)


convolution_inputs = [(values, [0.25, 0.5, 0.25] * 3) for (values,) in SIGNALS]


def convolution_by_hand(signal: list[float], kernel: list[float]) -> list[float]:
    result = [0.0] * (len(signal) - len(kernel) + 1)
    for i in range(len(result)):
        total = 0.0
        for j in range(len(kernel)):
            total += signal[i + j] * kernel[j]
        result[i] = total
    return result


def convolution_counterpart(signal: list[float], kernel: list[float]) -> np.ndarray:
    return np.convolve(signal, kernel[::-1], mode="valid")


fourier_transform_inputs = SIGNALS


def fourier_transform_by_hand(signal: list[float]) -> list[complex]:
    n = len(signal)
    result = []
    for k in range(n):
        total = 0j
        for t in range(n):
            total += signal[t] * cmath.exp(-2j * math.pi * k * t / n)
        result.append(total)
    return result


def fourier_transform_counterpart(signal: list[float]) -> np.ndarray:
    return np.fft.fft(signal)


distances_between_all_inputs = POINTS


def distances_between_all_by_hand(points: list[tuple[float, float]]) -> list[list[float]]:
    result = []
    for x1, y1 in points:
        row = []
        for x2, y2 in points:
            row.append(math.sqrt((x1 - x2) ** 2 + (y1 - y2) ** 2))
        result.append(row)
    return result


def distances_between_all_counterpart(points: list[tuple[float, float]]) -> np.ndarray:
    x, y = np.array(points).T
    return np.hypot(x[:, None] - x, y[:, None] - y)


edit_distance_inputs = [("kitten", "sitting"), ("kitten sitting on the mat " * 8, "sitting kitten at the mall " * 8)]


def edit_distance_by_hand(a: str, b: str) -> int:
    rows, columns = len(a) + 1, len(b) + 1
    table = [[0] * columns for _ in range(rows)]
    for i in range(rows):
        table[i][0] = i
    for j in range(columns):
        table[0][j] = j
    for i in range(1, rows):
        for j in range(1, columns):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
    return table[-1][-1]


def edit_distance_counterpart(a: str, b: str) -> int:
    return rapidfuzz.distance.Levenshtein.distance(a, b)


longest_common_subsequence_inputs = edit_distance_inputs


def longest_common_subsequence_by_hand(a: str, b: str) -> int:
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            if a[i - 1] == b[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    return table[-1][-1]


def longest_common_subsequence_counterpart(a: str, b: str) -> int:
    return rapidfuzz.distance.LCSseq.similarity(a, b)


hamming_distance_inputs = [("karolin and kathrin", "kathrin and karolin"), ("karolin " * 500, "kathrin " * 500)]


def hamming_distance_by_hand(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b))


def hamming_distance_counterpart(a: str, b: str) -> int:
    return rapidfuzz.distance.Hamming.distance(a, b)


gaussian_elimination_inputs = [(grid, [float(i) for i in range(len(grid))]) for grid, _ in GRIDS]


def gaussian_elimination_by_hand(matrix: list[list[float]], vector: list[float]) -> list[float]:
    n = len(vector)
    a = [row[:] + [value] for row, value in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[pivot] = a[pivot], a[i]
        for j in range(i + 1, n):
            factor = a[j][i] / a[i][i]
            for k in range(i, n + 1):
                a[j][k] -= factor * a[i][k]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        x[i] = (a[i][n] - sum(a[i][j] * x[j] for j in range(i + 1, n))) / a[i][i]
    return x


def gaussian_elimination_counterpart(matrix: list[list[float]], vector: list[float]) -> np.ndarray:
    return np.linalg.solve(matrix, vector)


RECORDS = [
    ([{"id": i, "name": f"user {i}", "active": True, "tags": ["a", "b"], "score": i * 1.5} for i in range(size)],)
    for size in (2, 300)
]

json_writing_inputs = RECORDS


def json_writing_by_hand(value: object) -> str:
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, dict):
        return "{" + ",".join(json_writing_by_hand(key) + ":" + json_writing_by_hand(item) for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(json_writing_by_hand(item) for item in value) + "]"
    return str(value)


def json_writing_counterpart(value: object) -> str:
    return orjson.dumps(value).decode()


json_reading_inputs = [(json.dumps(records),) for (records,) in RECORDS]


def json_reading_by_hand(text: str) -> object:
    return read_value(text, 0)[0]


def read_value(text: str, i: int) -> tuple[object, int]:
    while text[i] in " \n\t":
        i += 1
    letter = text[i]
    if letter == "{":
        entries: dict[object, object] = {}
        i += 1
        while text[i] != "}":
            key, i = read_value(text, i)
            entries[key], i = read_value(text, i + 1)
            while text[i] in " ,":
                i += 1
        return entries, i + 1
    if letter == "[":
        items = []
        i += 1
        while text[i] != "]":
            item, i = read_value(text, i)
            items.append(item)
            while text[i] in " ,":
                i += 1
        return items, i + 1
    if letter == '"':
        end = text.index('"', i + 1)
        return text[i + 1 : end], end + 1
    for word, value in (("true", True), ("false", False), ("null", None)):
        if text.startswith(word, i):
            return value, i + len(word)
    end = i
    while text[end] in "+-.0123456789eE":
        end += 1
    return float(text[i:end]), end


def json_reading_counterpart(text: str) -> object:
    return orjson.loads(text)
