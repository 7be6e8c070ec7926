"""Potential energy of a cloud of points."""


def hot_energy(xs, ys, zs):
    total = 0.0
    for i in range(2000):
        for j in range(2000):
            dx = xs[i] - xs[j]
            dy = ys[i] - ys[j]
            dz = zs[i] - zs[j]
            total += 1.0 / (dx * dx + dy * dy + dz * dz + 1e-9) ** 0.5
    return total


def main():
    print(hot_energy([0.5] * 2000, [0.25] * 2000, [0.125] * 2000))


if __name__ == "__main__":
    main()
