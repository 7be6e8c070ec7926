/** One kernel of each kind, built and compared in every version: the benchmark still runs, whatever the times. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { missingTools } from "../../bench/payoff/set-up-environment";

describe("bench:payoff --quick", () => {
  it("compares all versions of one kernel of each kind", function () {
    this.timeout(900_000);
    const missing = missingTools();
    if (missing !== undefined) {
      // Not every machine has Python and Rust; the message says which is missing.
      console.log(`      ${missing}`);
      this.skip();
    }
    const root = join(__dirname, "..", "..");
    const run = spawnSync(process.execPath, ["--import", "tsx", "bench/payoff/run.ts", "--quick"], { cwd: root, encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stdout, /^9 kernels: all versions agree \(\d+ comparisons\)$/m);
  });
});
