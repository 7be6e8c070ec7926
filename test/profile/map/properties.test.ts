import assert from "node:assert/strict";
import fc from "fast-check";
import type { ProjectGraph } from "../../../src/graph";
import { buildCallTree, mapProfiles, type ProfileFrame, type RawProfile, type TimeKind } from "../../../src/profile";
import { graphOf, rawProfile } from "./support/raw-profile";

const files = {
  "app.py": "def main(xs):\n    return [work(x) for x in xs]\n\n\ndef work(x):\n    return x + 1\n",
  "pkg/__init__.py": "",
  "pkg/work.py":
    "class Job:\n    def run(self):\n        return work(self)\n\n    def stop(self):\n        pass\n\n\ndef work(x):\n    return x\n",
};
const options = { root: "/p", isLibrary: () => false, isStandardLibrary: (name: string) => name === "json" };

const frame: fc.Arbitrary<ProfileFrame> = fc.record(
  {
    file: fc.constantFrom(
      "app.py",
      "/x/app.py",
      "pkg/work.py",
      "work.py",
      "/usr/lib/python3.11/json/decoder.py",
      "",
      "<string>",
      "~",
      "..",
      "__proto__",
    ),
    name: fc.constantFrom(
      "main",
      "work",
      "run",
      "Job.run",
      "<module>",
      "<listcomp>",
      "main.<locals>.<listcomp>",
      "<lambda>",
      "gone",
      "",
      "constructor",
    ),
    line: fc.integer({ min: 1, max: 40 }),
    firstLine: fc.integer({ min: 1, max: 40 }),
    isNative: fc.boolean(),
  },
  { requiredKeys: ["file", "name"] },
);

/** Any tree of these frames: a parent comes before its children. */
const profiles: fc.Arbitrary<RawProfile> = fc
  .tuple(
    fc.array(frame, { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(9), fc.nat(9), fc.nat(3)), { minLength: 1, maxLength: 30 }),
  )
  .map(([frames, nodes]) => ({
    ...rawProfile({ "main@app.py:2": 1 }),
    frames,
    nodes: nodes.map(([parent, at, python, native, waiting], index) => {
      const self: Record<TimeKind, number> = { python, native, waiting };
      return { parent: index === 0 ? -1 : (parent % (index + 1)) - 1, frame: at % frames.length, self };
    }),
  }));

describe("any profile", () => {
  let graph: ProjectGraph;
  before(async () => {
    graph = await graphOf(files);
  });
  const map = (inputs: readonly { profile: RawProfile; weight: number }[]) => mapProfiles(inputs, graph, options);
  const about = (actual: number, expected: number, what: string) =>
    assert.ok(Math.abs(actual - expected) < 1e-9, `${what}: ${actual}, not ${expected}`);

  it("keeps its whole: own parts add up to what was mapped, no total is below its own part or above all", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { measured } = map([{ profile, weight: 1 }]);
        const all = [...measured.functions.values()];
        const cpu = profile.nodes.reduce((sum, { self }) => sum + self.python + self.native, 0);
        if (cpu > 0)
          about(
            all.reduce((sum, { self }) => sum + self, 0),
            measured.mappedShare,
            "own parts",
          );
        for (const { self, total, lines } of all) {
          assert.ok(self <= total + 1e-9 && total <= 1 + 1e-9, `${self} of ${total}`);
          assert.ok(lines.reduce((sum, { share }) => sum + share, 0) <= self + 1e-9);
          for (const line of lines) assert.ok(line.native <= line.share + 1e-9 && line.share <= line.total + 1e-9);
        }
        for (const share of [measured.mappedShare, measured.ownMappedShare, measured.library]) assert.ok(share >= 0 && share <= 1 + 1e-9);
      }),
    );
  });

  it("comes out the same when it is given twice, in whatever order, or with other weights of the same proportion", () => {
    fc.assert(
      fc.property(profiles, profiles, (one, other) => {
        const alone = map([{ profile: one, weight: 1 }]).measured;
        const twice = map([
          { profile: one, weight: 2 },
          { profile: one, weight: 2 },
        ]).measured;
        for (const [id, { self }] of alone.functions) about(twice.functions.get(id)?.self ?? 0, self, "twice");
        const forth = map([
          { profile: one, weight: 1 },
          { profile: other, weight: 3 },
        ]).measured;
        const back = map([
          { profile: other, weight: 6 },
          { profile: one, weight: 2 },
        ]).measured;
        for (const [id, { self }] of forth.functions) about(back.functions.get(id)?.self ?? 0, self, "order");
      }),
    );
  });

  it("has a call tree in which no child is larger than its parent and own parts add up", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const nodes = buildCallTree(map([{ profile, weight: 1 }]), { leastShare: 0, limit: 1000 });
        const cpu = profile.nodes.reduce((sum, { self }) => sum + self.python + self.native, 0);
        if (cpu > 0)
          about(
            nodes.reduce((sum, { self }) => sum + self, 0),
            1,
            "own parts",
          );
        nodes.forEach(({ parent, share }, index) => {
          assert.ok(parent < index);
          if (parent >= 0) assert.ok(share <= (nodes[parent]?.share ?? 0) + 1e-9);
        });
      }),
    );
  });
});
