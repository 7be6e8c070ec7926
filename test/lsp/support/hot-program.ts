/** A program whose time goes into one nest of numeric loops over lists, beyond doubt. */
export const hotProgram = `"""Sums of distances between points."""


def hot_energy(xs, ys, zs):
    total = 0.0
    for i in range(2000):
        for j in range(i):
            dx = xs[i] - xs[j]
            dy = ys[i] - ys[j]
            dz = zs[i] - zs[j]
            total += 1.0 / (dx * dx + dy * dy + dz * dz + 1e-9) ** 0.5
    return total


def main():
    xs = [i * 0.5 for i in range(2000)]
    ys = [i * 0.25 for i in range(2000)]
    zs = [i * 0.125 for i in range(2000)]
    print(hot_energy(xs, ys, zs))


if __name__ == "__main__":
    main()
`;

/** 0-based line of \`def hot_energy\`. */
export const functionLine = hotProgram.split("\n").findIndex((line) => line.startsWith("def hot_energy"));
