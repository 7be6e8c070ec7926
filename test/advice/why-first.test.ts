import assert from "node:assert/strict";
import type { Alternative } from "../../src/advice";
import { whyFirst } from "../../src/advice/why-first";

function way<T extends Alternative["target"]>(target: T, mid: number, lowHours: number, highHours: number) {
  return { target, speedup: { low: mid / 2, mid, high: mid * 2, basis: "measured" }, effort: { lowHours, highHours }, note: "" };
}

describe("why an advice comes first", () => {
  const rust = way("pyo3", 40, 8, 30);

  it("is the gain for the effort where that is so", () => {
    const [evidence] = whyFirst(way("numpy", 30, 1, 3), [way("mypyc", 3, 2, 6)]);
    assert.equal(
      evidence?.message,
      "NumPy comes before mypyc because it gains more for the effort: about 30x in 1 to 3 h against about 3x in 2 to 6 h.",
    );
  });

  it("is the gain in the end where an alternative is cheaper", () => {
    const [evidence] = whyFirst(rust, [way("numba", 20, 1, 3)]);
    assert.match(
      evidence?.message ?? "",
      /^Numba gains more for the effort .* Rust \(PyO3\) is named first because it gains more in the end/,
    );
  });

  it("is nothing where an alternative gains as much for less: it says to try that", () => {
    const [evidence] = whyFirst(rust, [way("library", 40, 1, 3)]);
    assert.match(evidence?.message ?? "", /try it first where it fits\.$/);
  });

  it("is not told of what stays, without an alternative, or of one that gains nothing", () => {
    assert.deepEqual(whyFirst(way("keep", 1, 0, 0), [way("numba", 20, 1, 3)]), []);
    assert.deepEqual(whyFirst(rust, []), []);
    assert.deepEqual(whyFirst(rust, [way("stdlib", 1.3, 1, 1)]), []);
  });
});
