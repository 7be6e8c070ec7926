/**
 * The hours against rewrites whose Rust can be read: how many lines of Rust an hour the estimate implies for a function of that size.
 *
 * - Qiskit, src/dense_layout.rs as of 0bc6bb6a (2022): about 210 lines, 7,612 characters.
 * - sqlglot, sqlglotrs/src/tokenizer.rs as of 00a19adc (2024): 25,714 characters, about 700 lines.
 *
 * What this can show: that the estimate is not out of all proportion, for a small rewrite and for the largest that it speaks of. What it cannot:
 * whether the hours are right. Neither project says how long it took, and both had people who knew Rust. The Python that was replaced is taken
 * to be two thirds as long as the Rust, which is a guess from reading both kinds of code.
 */
import assert from "node:assert/strict";
import { estimateEffort } from "../../src/advice/effort";
import { loadProjectKnowledge } from "../support/knowledge";
import { fixtureSettings } from "../support/marker-fixture";
import { extractFacts } from "../support/python-parser";

const rewrites = [
  { name: "Qiskit's dense layout", rustLines: 210 },
  { name: "sqlglot's tokenizer", rustLines: 700 },
];
/** Tested, reviewed, packaged lines that somebody who knows the language writes in an hour: few would claim more or admit less. */
const plausible = { least: 2, most: 60 };

describe("effort against historic rewrites", () => {
  const knowledge = loadProjectKnowledge();

  for (const { name, rustLines } of rewrites) {
    it(`implies a plausible pace for ${name}`, async () => {
      const pythonLines = Math.round((rustLines * 2) / 3);
      const file = await extractFacts("app.py", `def work(x):\n${"    x += 1\n".repeat(pythonLines - 1)}`);
      const place = { function: { id: 1, path: "app.py", file, fact: file.functions[1]!, module: "app" }, blockers: [] };
      const settings = { ...fixtureSettings, rustExperience: "fluent" as const };
      const { lowHours, highHours } = estimateEffort({ lowHours: 4, highHours: 16 }, "pyo3", place, { knowledge, settings });
      const pace = { slow: rustLines / highHours, fast: rustLines / lowHours };
      assert.ok(pace.slow >= plausible.least && pace.fast <= plausible.most, `${pace.slow} to ${pace.fast} lines an hour`);
    });
  }
});
