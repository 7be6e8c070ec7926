"""Quantities that a good simulation keeps."""

import math

from orbits.forces import GRAVITY, SOFTENING


def total_energy(positions, velocities, masses):
    """Kinetic and potential energy together; constant but for the error of the integration."""
    energy = 0.0
    for i in range(len(masses)):
        vx, vy, vz = velocities[i]
        energy += 0.5 * masses[i] * (vx * vx + vy * vy + vz * vz)
        for j in range(i + 1, len(masses)):
            energy -= GRAVITY * masses[i] * masses[j] / distance(positions[i], positions[j])
    return energy


def distance(one, other):
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(one, other)) + SOFTENING)


def centre_of_mass(positions, masses):
    # Runs once at the end, so clarity wins.
    whole = sum(masses)  # breakeven: ignore
    return [sum(mass * place[axis] for mass, place in zip(masses, positions)) / whole for axis in range(3)]
