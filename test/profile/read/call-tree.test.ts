import assert from "node:assert/strict";
import { kindsOf, readBytes } from "./read-fixture";

/** `count` stacks of their own, each `depth` deep, and one that comes often. */
function manyStacks(count: number, depth: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const frames = Array.from({ length: depth }, (_unused, level) => `f${level}_${index} (a.py:${index + 1})`);
    return `main (a.py:1);${frames.join(";")};leaf (b.py:5) 1\nmain (a.py:1);often (a.py:2);leaf (b.py:5) 10`;
  });
  return `${lines.join("\n")}\n`;
}

describe("call tree", () => {
  it("gives up callers of the rarest stacks when there are too many, but no time of any function", async () => {
    const profile = await readBytes(manyStacks(2000, 10), "many", { limits: { maxNodes: 500 } });
    assert.ok(profile.nodes.length < 1000, String(profile.nodes.length));
    assert.equal(kindsOf(profile).python, 2000 * 11);
    const leaf = profile.frames.findIndex(({ name }) => name === "leaf");
    const ofLeaf = profile.nodes.filter(({ frame }) => frame === leaf).reduce((sum, { self }) => sum + self.python, 0);
    assert.equal(ofLeaf, 2000 * 11);
    assert.match(profile.warnings.join(), /the rarest, 9\.\d % of the time, are kept without their callers/);
    const often = profile.nodes.findIndex(({ frame }) => profile.frames[frame]!.name === "often");
    assert.ok(
      profile.nodes.some(({ parent, self }) => parent === often && self.python > 10_000),
      "the frequent stack keeps its callers",
    );
  });

  it("counts frames past the limit together", async () => {
    const profile = await readBytes(manyStacks(300, 1), "many", { limits: { maxFrames: 100 } });
    assert.ok(profile.frames.length <= 101);
    assert.ok(profile.frames.some(({ name }) => name === "(other frames)"));
    assert.equal(kindsOf(profile).python, 300 * 11);
    assert.match(profile.warnings.join(), /more than 100 different frames/);
  });

  it("keeps the innermost frames of very deep stacks", async () => {
    const deep = `${Array.from({ length: 30_000 }, () => "f (a.py:2)").join(";")};g (a.py:9) 3\n`;
    const profile = await readBytes(deep);
    assert.equal(profile.nodes.length, 4000);
    assert.equal(profile.frames[profile.nodes.at(-1)!.frame]!.name, "g");
    assert.match(profile.warnings.join(), /1 stacks are deeper than 4000 frames/);
  });

  it("holds as many threads as any program has, and the rest together", async () => {
    const text = Array.from({ length: 1500 }, (_, thread) => `P1;T0:${thread};a.py:f:1 5\n`).join("");
    const profile = await readBytes(`# austin: 3.7.0\n# mode: wall\n${text}`);
    assert.equal(profile.tracks.length, 1000);
    assert.equal(profile.tracks.at(-1)!.name, "(other threads)");
    assert.ok(Math.abs(profile.tracks.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
  });
});
