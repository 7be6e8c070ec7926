from math import asin, cos, radians, sin, sqrt

import numpy as np
from numba import njit

EARTH_RADIUS_KM = 6371.0


@njit
def distances(places):
    n = len(places)
    result = np.empty((n, n))
    for i in range(n):
        for j in range(n):
            lat1, lon1 = radians(places[i, 0]), radians(places[i, 1])
            lat2, lon2 = radians(places[j, 0]), radians(places[j, 1])
            h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
            result[i, j] = 2 * EARTH_RADIUS_KM * asin(sqrt(h))
    return result


def prepare(places: list[tuple[float, float]]) -> tuple[np.ndarray]:
    data = np.array(places)
    if data.dtype.kind != "f":
        raise TypeError("numbers expected")
    return (data,)


def run(places: np.ndarray) -> list[list[float]]:
    return distances(places).tolist()
