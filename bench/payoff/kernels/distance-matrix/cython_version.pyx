# cython: boundscheck=False, wraparound=False, cdivision=True
import numpy as np
from libc.math cimport asin, cos, sin, sqrt

cdef double EARTH_RADIUS_KM = 6371.0
cdef double RADIANS = 0.017453292519943295


cdef double haversine(double lat1, double lon1, double lat2, double lon2) noexcept:
    cdef double of_lat = sin((lat2 - lat1) / 2), of_lon = sin((lon2 - lon1) / 2)
    return 2 * EARTH_RADIUS_KM * asin(sqrt(of_lat * of_lat + cos(lat1) * cos(lat2) * of_lon * of_lon))


def prepare(places):
    data = np.array(places)
    if data.dtype.kind != "f":
        raise TypeError("numbers expected")
    return (data,)


def run(double[:, :] places):
    cdef Py_ssize_t n = places.shape[0], i, j
    result = np.empty((n, n))
    cdef double[:, :] view = result
    for i in range(n):
        for j in range(n):
            view[i, j] = haversine(
                places[i, 0] * RADIANS, places[i, 1] * RADIANS, places[j, 0] * RADIANS, places[j, 1] * RADIANS
            )
    return result.tolist()
