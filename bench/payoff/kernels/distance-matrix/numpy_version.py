import numpy as np

EARTH_RADIUS_KM = 6371.0


def run(places: list[tuple[float, float]]) -> list[list[float]]:
    lat, lon = np.radians(np.array(places)).T
    h = (
        np.sin((lat - lat[:, None]) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon - lon[:, None]) / 2) ** 2
    )
    return (2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(h))).tolist()
