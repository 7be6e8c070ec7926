import numpy as np


def run(system: list[tuple[float, ...]], steps: int, dt: float) -> float:
    state = np.array(system)
    if state.dtype.kind != "f":
        raise TypeError("numbers expected")
    position, velocity, mass = state[:, 0:3], state[:, 3:6], state[:, 6]
    first, second = np.triu_indices(len(state), 1)
    for _ in range(steps):
        delta = position[first] - position[second]
        squared = (delta * delta).sum(axis=1)
        pull = delta * (dt / (squared * np.sqrt(squared)))[:, None]
        np.subtract.at(velocity, first, pull * mass[second][:, None])
        np.add.at(velocity, second, pull * mass[first][:, None])
        position += dt * velocity
    delta = position[first] - position[second]
    distance = np.sqrt((delta * delta).sum(axis=1))
    return float(0.5 * (mass * (velocity * velocity).sum(axis=1)).sum() - (mass[first] * mass[second] / distance).sum())
