import assert from "node:assert/strict";
import { anchorProfiles, type MeasuredFunction, mapProfiles, type WeightedProfile } from "../../../src/profile";
import { graphOf, rawProfile } from "./support/raw-profile";

const options = { root: "/p", isLibrary: () => false, isStandardLibrary: () => false };
const text = `import math


def spread(xs):
    mean = sum(xs) / len(xs)
    total = 0
    for x in xs:
        total += (x - mean) ** 2
    return math.sqrt(total)


def report(xs):
    print(spread(xs))
`;

/** Imported over the text as it was, then mapped over another. */
async function follow(files: Readonly<Record<string, string>>): Promise<(name: string) => MeasuredFunction | undefined> {
  const inputs: WeightedProfile[] = [
    { profile: rawProfile({ "report@a.py:13;spread@a.py:8": 7, "report@a.py:13;spread@a.py:5": 2, "report@a.py:13": 1 }), weight: 1 },
  ];
  const before = await graphOf({ "a.py": text });
  const anchored = anchorProfiles(inputs, mapProfiles(inputs, before, options));
  const graph = await graphOf(files);
  const { measured } = mapProfiles(anchored, graph, options);
  return (name) =>
    [...measured.functions].find(([id]) => `${graph.functions[id]?.path}:${graph.functions[id]?.fact.qualname}` === name)?.[1];
}

const linesOf = (found: MeasuredFunction | undefined) => found?.lines.map(({ line }) => line);

describe("a profile while the text is edited", () => {
  it("stays where it is without an edit", async () => {
    const of = await follow({ "a.py": text });
    assert.deepEqual(linesOf(of("a.py:spread")), [8, 5]);
    assert.equal(of("a.py:spread")?.isStale, false);
  });

  it("moves with its function, which is not marked when only others have changed", async () => {
    const of = await follow({ "a.py": text.replace("import math\n", "import math\nimport os\n\n\ndef other():\n    return 1\n") });
    assert.deepEqual(linesOf(of("a.py:spread")), [13, 10]);
    assert.equal(of("a.py:spread")?.isStale, false);
  });

  it("moves with its lines inside a function, which is marked", async () => {
    const of = await follow({ "a.py": text.replace("    for x in xs:\n", "    if mean == 0:\n        return 0.0\n    for x in xs:\n") });
    assert.deepEqual(linesOf(of("a.py:spread")), [10, 5]);
    assert.equal(of("a.py:spread")?.isStale, true);
    assert.equal(of("a.py:report")?.isStale, false);
  });

  it("a line that was changed counts for the one above, and undoing takes the mark away", async () => {
    const of = await follow({ "a.py": text.replace("        total += (x - mean) ** 2\n", "        total = max(total, x)\n") });
    assert.deepEqual(linesOf(of("a.py:spread")), [7, 5]);
    assert.equal(of("a.py:spread")?.isStale, true);
    assert.equal((await follow({ "a.py": text }))("a.py:spread")?.isStale, false);
  });

  it("follows a function that was renamed, or moved to another file", async () => {
    assert.deepEqual(linesOf((await follow({ "a.py": text.replaceAll("spread", "deviation") }))("a.py:deviation")), [8, 5]);
    const moved = await follow({ "a.py": "import b\n", "b.py": text });
    assert.deepEqual(linesOf(moved("b.py:spread")), [8, 5]);
  });

  it("says that a function is gone", async () => {
    const of = await follow({ "a.py": text.slice(text.indexOf("def report")) });
    assert.equal(of("a.py:spread"), undefined);
    assert.ok(of("a.py:report") !== undefined);
  });
});
