"""Newton's law between every pair of bodies."""

GRAVITY = 39.478417604357434  # astronomical units, years, masses of the sun
SOFTENING = 1e-4  # keeps close encounters finite


def accelerations(positions, masses):
    """What pulls each body, as a list of three numbers per body."""
    count = len(positions)
    pull = [[0.0, 0.0, 0.0] for _ in range(count)]
    for i in range(count):
        xi, yi, zi = positions[i]
        for j in range(i + 1, count):
            dx = positions[j][0] - xi
            dy = positions[j][1] - yi
            dz = positions[j][2] - zi
            squared = dx * dx + dy * dy + dz * dz + SOFTENING
            inverse_cube = squared ** -1.5
            towards_j = GRAVITY * masses[j] * inverse_cube
            towards_i = GRAVITY * masses[i] * inverse_cube
            pull[i][0] += dx * towards_j
            pull[i][1] += dy * towards_j
            pull[i][2] += dz * towards_j
            pull[j][0] -= dx * towards_i
            pull[j][1] -= dy * towards_i
            pull[j][2] -= dz * towards_i
    return pull
