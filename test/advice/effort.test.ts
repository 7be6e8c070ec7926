import assert from "node:assert/strict";
import { combineEfforts, estimateEffort } from "../../src/advice/effort";
import type { FunctionNode } from "../../src/graph";
import { loadProjectKnowledge } from "../support/knowledge";
import { fixtureSettings } from "../support/marker-fixture";
import { extractFacts } from "../support/python-parser";

const base = { lowHours: 4, highHours: 16 };

async function place(lines: number): Promise<FunctionNode> {
  const file = await extractFacts("app.py", `def work(x):\n${"    x += 1\n".repeat(lines - 1)}`);
  return { id: 1, path: "app.py", file, fact: file.functions[1]!, module: "app", likeness: {} };
}

describe("effort", () => {
  const knowledge = loadProjectKnowledge();

  it("of keeping is nothing", async () => {
    const hours = estimateEffort(base, "keep", { function: await place(30), blockers: [] }, { knowledge, settings: fixtureSettings });
    assert.deepEqual(hours, { lowHours: 0, highHours: 0 });
  });

  it("of a place of ordinary size is what the entry says", async () => {
    const hours = estimateEffort(base, "pyo3", { function: await place(29), blockers: [] }, { knowledge, settings: fixtureSettings });
    assert.deepEqual(hours, { ...base, once: { lowHours: 2, highHours: 8 } });
  });

  it("grows with size and with what is in the way", async () => {
    const context = { knowledge, settings: fixtureSettings };
    const small = estimateEffort(base, "pyo3", { function: await place(29), blockers: [] }, context);
    const large = estimateEffort(base, "pyo3", { function: await place(200), blockers: [] }, context);
    const blockers = [{ code: "generator", line: 1, message: "" }];
    const blocked = estimateEffort(base, "pyo3", { function: await place(29), blockers }, context);
    assert.ok(large.highHours > 2 * small.highHours && large.highHours < 7 * small.highHours);
    assert.deepEqual(large.once, small.once);
    assert.ok(blocked.highHours > small.highHours);
  });

  it("of several places in Rust counts the crate once", async () => {
    const one = estimateEffort(base, "pyo3", { function: await place(29), blockers: [] }, { knowledge, settings: fixtureSettings });
    assert.deepEqual(combineEfforts([one, one, one]), { lowHours: 8, highHours: 32 });
    assert.deepEqual(combineEfforts([{ lowHours: 1, highHours: 2 }, one]), { lowHours: 5, highHours: 18 });
    assert.deepEqual(combineEfforts([]), { lowHours: 0, highHours: 0 });
  });

  it("of Rust is multiplied for a team that learns it, of other targets not", async () => {
    const learning = { knowledge, settings: { ...fixtureSettings, rustExperience: "learning" as const } };
    const factor = knowledge.framework.learningPhases.find(({ id }) => id === "learning")?.effortFactor ?? 0;
    const at = { function: await place(29), blockers: [] };
    const hours = estimateEffort(base, "pyo3", at, learning).highHours;
    assert.ok(factor > 1 && Math.abs(hours / (base.highHours * factor) - 1) < 0.05, `${hours}`);
    assert.deepEqual(estimateEffort(base, "numpy", at, learning), base);
  });
});
