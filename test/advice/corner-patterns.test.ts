import assert from "node:assert/strict";
import { adviseFixture } from "../support/marker-fixture";

const inCorner = `
def sums(rows: list[list[int]], limit: int):
    label = ""
    found = []
    for row in rows:
        largest, smallest, count = 0, limit, 0
        for value in row:
            if value > largest:
                largest = value * 2 - limit
            elif value < smallest and value % 7 != 3:
                smallest = value // 3 + limit
            count += value * value - largest * smallest
        label += "."
        found.append(count)
    return found, label
`;

const asItsWork = `
def sums(rows: list[list[int]], limit: int):
    label = ""
    for row in rows:
        for value in row:
            label += str(value)
    return label
`;

describe("text built step by step", () => {
  const adviceFor = async (text: string) => {
    const { hotspots, findings } = await adviseFixture([{ path: "app.py", text }]);
    const [first] = hotspots.find(({ function: node }) => node.fact.name === "sums")?.advice ?? [];
    return { first: first?.rule, lines: findings.map(({ rule }) => rule) };
  };

  it("is the answer where a function does that", async () => {
    assert.equal((await adviceFor(asItsWork)).first, "string-built-in-loop");
  });

  it("is worth a line only in the corner of one that computes", async () => {
    const { first, lines } = await adviceFor(inCorner);
    assert.equal(first, "numeric-loop-nest");
    assert.ok(lines.includes("string-built-in-loop"));
  });
});
