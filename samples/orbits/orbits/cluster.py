"""Start values: a heavy centre with light bodies on roughly circular paths around it."""

import math
import random


def make_cluster(count, seed):
    """Positions, velocities and masses of `count` bodies; the same seed gives the same cluster."""
    chance = random.Random(seed)
    positions = [[0.0, 0.0, 0.0]]
    velocities = [[0.0, 0.0, 0.0]]
    masses = [1.0]
    for _ in range(count - 1):
        radius = chance.uniform(1.0, 30.0)
        angle = chance.uniform(0.0, 2.0 * math.pi)
        tilt = chance.gauss(0.0, 0.05)
        speed = 2.0 * math.pi / math.sqrt(radius)
        positions.append([radius * math.cos(angle), radius * math.sin(angle), radius * tilt])
        velocities.append([-speed * math.sin(angle), speed * math.cos(angle), 0.0])
        masses.append(10.0 ** chance.uniform(-8.0, -3.0))
    return positions, velocities, masses
