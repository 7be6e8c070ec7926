import assert from "node:assert/strict";
import fc from "fast-check";
import { type BreakEvenInput, breakEven, cumulativeCosts } from "../../src/advice";

const input: BreakEvenInput = {
  runsPerDay: 24,
  secondsPerRun: 3600,
  costPerRunHour: 2,
  costPerDeveloperHour: 50,
  effort: { lowHours: 4, highHours: 9 },
  experienceFactor: 2,
  gain: { low: 1.5, mid: 2, high: 4 },
  upkeepHoursPerMonth: 0,
};

describe("breakEven", () => {
  it("divides what is invested by what a day saves", () => {
    const result = breakEven(input);
    assert.equal(result.costPerDayStaying, 48);
    assert.deepEqual(result.investment, { low: 400, mid: 600, high: 900 });
    assert.equal(result.savedPerDay.mid, 24);
    assert.equal(result.savedPerDay.high, 36);
    assert.equal(result.days.likely, 25);
    assert.equal(result.days.best, 400 / 36);
    assert.ok(Math.abs(result.days.worst! - 900 / 16) < 1e-9);
  });

  it("never pays back without a gain, or when upkeep eats it", () => {
    assert.equal(breakEven({ ...input, gain: { low: 1, mid: 1, high: 1 } }).days.best, undefined);
    assert.equal(breakEven({ ...input, runsPerDay: 0 }).days.best, undefined);
    const kept = breakEven({ ...input, upkeepHoursPerMonth: 40 });
    assert.ok(kept.savedPerDay.high < 0);
    assert.equal(kept.days.best, undefined);
  });

  it("pays back at once where nothing is invested", () => {
    assert.equal(breakEven({ ...input, effort: { lowHours: 0, highHours: 0 } }).days.likely, 0);
  });

  it("refuses numbers that mean nothing", () => {
    assert.throws(() => breakEven({ ...input, runsPerDay: -1 }), /runsPerDay must be 0 or more/);
    assert.throws(() => breakEven({ ...input, gain: { low: 0, mid: 1, high: 2 } }), /gain must be above 0/);
    assert.throws(() => breakEven({ ...input, secondsPerRun: Number.NaN }), RangeError);
  });

  it("crosses the line of staying on the day that it names", () => {
    const result = breakEven(input);
    const [, at] = cumulativeCosts(result, result.days.likely! * 2, 2);
    assert.equal(at!.day, 25);
    assert.ok(Math.abs(at!.stay - at!.rewrite.mid) < 1e-9);
  });

  it("orders its cases, and is cheaper for whoever knows the language", () => {
    const positive = fc.double({ min: 0.01, max: 1e4, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, fc.double({ min: 1, max: 8, noNaN: true }), (runs, seconds, cost, factor) => {
        const base = { ...input, runsPerDay: runs, secondsPerRun: seconds, costPerRunHour: cost };
        const fluent = breakEven({ ...base, experienceFactor: 1 }).days;
        const slow = breakEven({ ...base, experienceFactor: factor }).days;
        assert.ok(slow.likely! >= fluent.likely!);
        assert.ok(slow.best! <= slow.likely! && slow.likely! <= slow.worst!);
      }),
    );
  });
});
