import numpy as np
from numba import njit


@njit
def simulate(state, steps, dt):
    n = len(state)
    for _ in range(steps):
        for i in range(n):
            for j in range(i + 1, n):
                dx = state[i, 0] - state[j, 0]
                dy = state[i, 1] - state[j, 1]
                dz = state[i, 2] - state[j, 2]
                squared = dx * dx + dy * dy + dz * dz
                magnitude = dt / (squared * np.sqrt(squared))
                for axis, d in enumerate((dx, dy, dz)):
                    state[i, 3 + axis] -= d * state[j, 6] * magnitude
                    state[j, 3 + axis] += d * state[i, 6] * magnitude
        for i in range(n):
            for axis in range(3):
                state[i, axis] += dt * state[i, 3 + axis]
    total = 0.0
    for i in range(n):
        total += 0.5 * state[i, 6] * (state[i, 3] ** 2 + state[i, 4] ** 2 + state[i, 5] ** 2)
        for j in range(i + 1, n):
            dx, dy, dz = state[i, 0] - state[j, 0], state[i, 1] - state[j, 1], state[i, 2] - state[j, 2]
            total -= state[i, 6] * state[j, 6] / np.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def run(system: list[tuple[float, ...]], steps: int, dt: float) -> float:
    state = np.array(system)
    if state.dtype.kind != "f":
        raise TypeError("numbers expected")
    return simulate(state, steps, dt)
