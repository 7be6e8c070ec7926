import assert from "node:assert/strict";
import { combineGains, compareOptions, effectiveShare, isWorthMoving, summariseOffload } from "../../src/report";
import { nothingToMove, sampleAssessment } from "../panel/support/sample-assessment";

const close = (actual: number, expected: number) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

describe("combineGains", () => {
  it("adds up the time that each place no longer takes", () => {
    // Half and a quarter of the time gone: a quarter is left.
    const range = (value: number) => ({ low: value, mid: value, high: value });
    close(combineGains([range(2), range(4 / 3)]).mid, 4);
    assert.equal(combineGains([]).mid, 1);
  });

  it("stays finite when estimates add up to more than everything", () => {
    const all = { low: 10, mid: 10, high: 10 };
    assert.ok(Number.isFinite(combineGains([all, all]).mid));
  });
});

describe("summariseOffload", () => {
  it("counts what is worth moving, measured shares first", () => {
    const { share, places, byTarget, effort } = summariseOffload(sampleAssessment());
    close(share, 0.44 + 0.17 + 0.08 + 0.07 + 0.05);
    assert.equal(places, 5);
    assert.deepEqual(
      byTarget.map(({ target }) => target),
      ["pyo3", "polars", "library", "numpy", "stdlib"],
    );
    close(effort.highHours, 16 + 6 + 2 + 4 + 1);
  });

  it("says why the rest stays, in groups", () => {
    const { kept, unlistedShare } = summariseOffload(sampleAssessment());
    assert.deepEqual(
      kept.map(({ rule, places }) => [rule, places]),
      [
        ["waits-for-io", 2],
        ["already-native", 1],
        ["too-dynamic", 1],
        ["too-small", 1],
      ],
    );
    assert.deepEqual(kept[0]!.hotspots, ["h5", "h9"]);
    close(unlistedShare, 1 - 0.962);
  });

  it("has nothing to move where everything stays", () => {
    const { places, gain, share } = summariseOffload(nothingToMove());
    assert.deepEqual([places, share, gain.mid], [0, 0, 1]);
    assert.ok(!nothingToMove().hotspots.some(isWorthMoving));
  });
});

describe("compareOptions", () => {
  const { hotspots } = sampleAssessment();

  it("starts with keeping and goes on by what is gained", () => {
    const rows = compareOptions(hotspots);
    assert.equal(rows[0]!.option, "keep");
    assert.equal(rows[0]!.wholeProgram.mid, 1);
    const gains = rows.slice(1).map(({ wholeProgram }) => wholeProgram.mid);
    assert.deepEqual(
      gains,
      [...gains].sort((a, b) => b - a),
    );
  });

  it("takes NumPy from an advice and from an alternative, and Numba from alternatives alone", () => {
    const rows = new Map(compareOptions(hotspots).map((row) => [row.option, row]));
    assert.equal(rows.get("numpy")!.places, 2);
    assert.deepEqual([rows.get("numpy")!.speedup.low, rows.get("numpy")!.speedup.high], [4, 90]);
    assert.equal(rows.get("numpy")!.confidence, "high");
    assert.equal(rows.get("numba")!.confidence, undefined);
  });

  it("gives an alternative the share that the hotspot's own advice counts with", () => {
    const hotspot = hotspots[0]!;
    close(effectiveShare(hotspot), 0.44 * 0.64);
    const numba = compareOptions([hotspot]).find(({ option }) => option === "numba")!;
    close(numba.wholeProgram.mid, 1 / (1 - 0.44 * 0.64 + (0.44 * 0.64) / 35));
    const own = compareOptions([hotspot]).find(({ option }) => option === "pyo3")!;
    close(own.wholeProgram.mid, hotspot.advice[0]!.wholeProgram.mid);
  });

  it("has only keeping to show where nothing else is named", () => {
    assert.deepEqual(
      compareOptions(nothingToMove().hotspots).map(({ option }) => option),
      ["keep"],
    );
    assert.deepEqual(compareOptions([])[0]!.places, 0);
  });
});
