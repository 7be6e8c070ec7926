import assert from "node:assert/strict";
import { paysBack } from "../../src/advice/pays-back";

const same = (gain: number) => ({ low: gain, mid: gain, high: gain });

describe("when an advice has paid for itself", () => {
  it("is the effort over the part of the time that is saved", () => {
    const [evidence] = paysBack({ target: "pyo3", wholeProgram: same(2), effort: { lowHours: 10, highHours: 10 } });
    assert.match(evidence?.message ?? "", /about 20 hours \(at best 20, at worst 20\)/);
  });

  it("may be never at worst", () => {
    const [evidence] = paysBack({ target: "numpy", wholeProgram: { low: 0.9, mid: 2, high: 4 }, effort: { lowHours: 3, highHours: 3 } });
    assert.match(evidence?.message ?? "", /about 6 hours \(at best 4, at worst never\)/);
  });

  it("is not told of what stays or gains nothing for the whole", () => {
    assert.deepEqual(paysBack({ target: "keep", wholeProgram: same(1), effort: { lowHours: 0, highHours: 0 } }), []);
    assert.deepEqual(paysBack({ target: "pyo3", wholeProgram: same(1.01), effort: { lowHours: 4, highHours: 16 } }), []);
  });
});
