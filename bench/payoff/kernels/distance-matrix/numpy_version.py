import numpy as np

EARTH_RADIUS_KM = 6371.0


def prepare(places: list[tuple[float, float]]) -> tuple[np.ndarray]:
    return (np.array(places),)


def run(places: np.ndarray) -> list[list[float]]:
    lat, lon = np.radians(places).T
    h = (
        np.sin((lat - lat[:, None]) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon - lon[:, None]) / 2) ** 2
    )
    return (2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(h))).tolist()
