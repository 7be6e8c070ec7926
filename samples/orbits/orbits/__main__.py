"""Command line: simulate a cluster and print how well the energy was kept."""

import argparse
import sys

from orbits.cluster import make_cluster
from orbits.energy import centre_of_mass, total_energy
from orbits.simulate import simulate
from orbits.tracks import write_track


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(prog="orbits", description=__doc__)
    parser.add_argument("--bodies", type=int, default=60, help="how many bodies")
    parser.add_argument("--steps", type=int, default=400, help="how many steps in time")
    parser.add_argument("--step", type=float, default=0.01, help="length of a step in years")
    parser.add_argument("--seed", type=int, default=7, help="another seed makes another cluster")
    parser.add_argument("--track", help="write the path of the first body to this CSV file")
    return parser.parse_args(arguments)


def main(arguments=None):
    options = parse_arguments(arguments)
    if options.bodies < 2:
        print("orbits: at least two bodies are needed", file=sys.stderr)
        return 2
    positions, velocities, masses = make_cluster(options.bodies, options.seed)
    before = total_energy(positions, velocities, masses)
    track = simulate(positions, velocities, masses, options.steps, options.step)
    after = total_energy(positions, velocities, masses)
    x, y, z = centre_of_mass(positions, masses)
    print(f"energy {before:.6f} -> {after:.6f} ({abs(after / before - 1):.2e} off)")
    print(f"centre of mass at ({x:.3f}, {y:.3f}, {z:.3f})")
    if options.track:
        write_track(options.track, track)
    return 0


if __name__ == "__main__":
    sys.exit(main())
