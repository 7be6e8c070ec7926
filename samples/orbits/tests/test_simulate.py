import math
import tempfile
import unittest
from pathlib import Path

from orbits.cluster import make_cluster
from orbits.energy import total_energy
from orbits.forces import accelerations
from orbits.simulate import simulate
from orbits.tracks import read_track, write_track


class SimulateTest(unittest.TestCase):
    def test_energy_is_kept(self):
        positions, velocities, masses = make_cluster(8, seed=3)
        before = total_energy(positions, velocities, masses)
        simulate(positions, velocities, masses, steps=50, step=0.001)
        self.assertAlmostEqual(total_energy(positions, velocities, masses) / before, 1.0, places=3)

    def test_two_equal_bodies_pull_each_other_alike(self):
        pull = accelerations([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0]], [1.0, 1.0])
        self.assertTrue(math.isclose(pull[0][0], -pull[1][0]))

    def test_a_track_survives_writing_and_reading(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "track.csv"
            write_track(path, [(0.0, 1.0, 2.0, 3.0)])
            self.assertEqual(read_track(path), [(0.0, 1.0, 2.0, 3.0)])
