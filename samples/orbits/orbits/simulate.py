"""Leapfrog integration: half a kick, a drift, half a kick."""

from orbits.forces import accelerations


def simulate(positions, velocities, masses, steps, step):
    """Moves the bodies in place through `steps` steps; returns where the second body has been."""
    track = []
    pull = accelerations(positions, masses)
    for number in range(steps):
        kick(velocities, pull, step / 2.0)
        drift(positions, velocities, step)
        pull = accelerations(positions, masses)
        kick(velocities, pull, step / 2.0)
        if number % 10 == 0:
            track.append((number * step, *positions[1]))
    return track


def kick(velocities, pull, step):
    for velocity, acceleration in zip(velocities, pull):
        for axis in range(3):
            velocity[axis] += acceleration[axis] * step


def drift(positions, velocities, step):
    for position, velocity in zip(positions, velocities):
        for axis in range(3):
            position[axis] += velocity[axis] * step
