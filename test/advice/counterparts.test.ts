import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsedShapes } from "../../src/advice/counterparts/parsed-shapes";
import { loadProjectKnowledge } from "../support/knowledge";
import { adviseFixture } from "../support/marker-fixture";

const root = join(__dirname, "..", "..");
const cases = join(root, "bench", "counterparts", "cases");

/** The measured code written by hand, and what was measured against it. */
describe("counterparts of code written by hand", () => {
  const { counterparts } = loadProjectKnowledge();
  const { results } = JSON.parse(readFileSync(join(root, "knowledge", "measurements", "counterparts.json"), "utf8")) as {
    results: { id: string; size: string; ratio: number }[];
  };

  it("have shapes", () => {
    assert.deepEqual(Object.keys(parsedShapes).sort(), counterparts.map(({ id }) => id).sort());
  });

  it("have been measured, every one, and say so", () => {
    assert.deepEqual([...new Set(results.map(({ id }) => id))].sort(), counterparts.map(({ id }) => id).sort());
    for (const { id, speedup } of counterparts) {
      const [small, large] = results.filter((it) => it.id === id).map(({ ratio }) => ratio) as [number, number];
      assert.equal(speedup.basis, `Measured: ${small} times on a small input, ${large} times on a large one.`);
      assert.ok(speedup.low <= Math.min(small, large) && Math.max(small, large) <= speedup.high, id);
      assert.ok(speedup.mid >= 1.1, `${id} gains nothing`);
    }
  });

  for (const name of readdirSync(cases).filter((it) => it.endsWith(".py"))) {
    it(`are found in what was measured, and not where they are used: ${name}`, async () => {
      const text = readFileSync(join(cases, name), "utf8");
      const { hotspots } = await adviseFixture([{ path: name, text }]);
      const told = hotspots.flatMap(({ function: { fact }, advice }) =>
        advice.filter(({ rule }) => rule === "written-by-hand").map(({ message }) => ({ place: fact.name, message })),
      );
      for (const [, measured] of text.matchAll(/^def (\w+)_by_hand\(/gm)) {
        const entry = counterparts.find(({ id }) => id === measured?.replaceAll("_", "-"));
        assert.ok(entry, `${measured} has no entry`);
        assert.ok(
          told.some(({ message }) => message.includes(`${entry.what} written by hand; ${entry.use}.`)),
          `${measured} is not found`,
        );
      }
      assert.deepEqual(
        told.filter(({ place }) => place.endsWith("_counterpart")),
        [],
      );
    });
  }
});
