/** The hours and lines against rewrites whose size is public; what the check can show and what not is in docs/payoff.md. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { effortTable, withTable } from "../../bench/effort/check";

describe("effort against historic rewrites", () => {
  const rows = effortTable()
    .split("\n")
    .filter((row) => row.startsWith("| ["))
    .map((row) => row.split(" | ").map((cell) => cell.replace(/[|,]/g, "").trim()));
  const range = (cell: string | undefined) => (cell ?? "").split(" to ").map(Number) as [number, number];

  it("predicts the lines of Rust of each from its Python", () => {
    assert.ok(rows.length >= 5);
    for (const [name, , predicted, rust] of rows) {
      const [low, high] = range(predicted);
      assert.ok(low <= Number(rust) && Number(rust) <= high, `${name}: ${rust} of ${predicted}`);
    }
  });

  it("asks for hours that there were, and not for ten times as many", () => {
    const recorded = rows.filter((row) => row[5]?.startsWith("at most"));
    assert.ok(recorded.length >= 3);
    for (const [name, , , , predicted, record] of recorded) {
      const [low, high] = range(predicted);
      const most = Number(record?.replace("at most ", ""));
      assert.ok(low < most && high < 3 * most, `${name}: ${predicted} of ${most}`);
    }
  });

  it("stands in the documentation as it is", () => {
    const page = readFileSync(join(__dirname, "..", "..", "docs", "payoff.md"), "utf8");
    assert.ok(withTable(page) === page, "run node scripts/run-ts.mjs bench/effort/check.ts");
  });
});
