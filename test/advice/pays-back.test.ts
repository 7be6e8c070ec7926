import assert from "node:assert/strict";
import { paysBack } from "../../src/advice/pays-back";

const same = (gain: number) => ({ low: gain, mid: gain, high: gain });
const tenHours = { lowHours: 10, highHours: 10 };
const people = { rustExperience: "learning", running: { costPerHour: 80, developerCostPerHour: 80 } } as const;

describe("when an advice has paid for itself", () => {
  it("is the effort over the part of the time that is saved, in hours of running", () => {
    const found = paysBack({ target: "numpy", wholeProgram: same(2), effort: tenHours }, people);
    assert.deepEqual([found?.unit, found?.best, found?.likely, found?.worst], ["running-hours", 20, 20, 20]);
    assert.match(
      found?.text ?? "",
      /after about 20 hours of running \(20 at best, 20 at worst\)\. Assumed: an hour of work costs as much as an hour of running\./,
    );
  });

  it("says one hour in the singular", () => {
    const found = paysBack({ target: "numpy", wholeProgram: same(2), effort: { lowHours: 0.5, highHours: 0.5 } }, people);
    assert.match(found?.text ?? "", /after about 1 hour of running \(/);
  });

  it("may be never at worst", () => {
    const found = paysBack({ target: "numpy", wholeProgram: { low: 0.9, mid: 2, high: 4 }, effort: tenHours }, people);
    assert.equal(found?.worst, undefined);
    assert.match(found?.text ?? "", /at best, never at worst\)/);
  });

  it("is told in days where the settings say how often the program runs, with the team where Rust is written", () => {
    const running = { runsPerDay: 24, secondsPerRun: 150, costPerHour: 40, developerCostPerHour: 80 };
    const found = paysBack({ target: "pyo3", wholeProgram: same(2), effort: tenHours }, { rustExperience: "none", running });
    assert.deepEqual([found?.unit, found?.likely], ["days", 40]);
    assert.equal(
      found?.text,
      "Pays for itself after about 40 days (40 days at best, 40 days at worst). Assumed: 24 runs a day of 150 s; an hour of work costs as much as 2 hours of running; a team new to Rust.",
    );
  });

  it("is never where a century would not do, or where running costs nothing", () => {
    const seldom = { runsPerDay: 1, secondsPerRun: 1, costPerHour: 1, developerCostPerHour: 80 };
    const never = paysBack({ target: "numpy", wholeProgram: same(2), effort: tenHours }, { rustExperience: "fluent", running: seldom });
    assert.match(never?.text ?? "", /^Does not pay for itself\. Assumed: 1 runs? a day of 1 s/);
    const free = paysBack(
      { target: "numpy", wholeProgram: same(2), effort: tenHours },
      { rustExperience: "fluent", running: { costPerHour: 0, developerCostPerHour: 80 } },
    );
    assert.deepEqual([free?.best, free?.text], [undefined, "Does not pay for itself. Assumed: running costs nothing."]);
  });

  it("is not told of what stays or gains nothing for the whole", () => {
    assert.equal(paysBack({ target: "keep", wholeProgram: same(1), effort: { lowHours: 0, highHours: 0 } }, people), undefined);
    assert.equal(paysBack({ target: "pyo3", wholeProgram: same(1.01), effort: tenHours }, people), undefined);
  });
});
