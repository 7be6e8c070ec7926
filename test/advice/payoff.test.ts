import assert from "node:assert/strict";
import { predictSpeedup, wholeProgramGain } from "../../src/advice/payoff/predict-speedup";
import { byClass, type WorkClass } from "../../src/advice/payoff/work-classes";
import { loadProjectKnowledge } from "../support/knowledge";
import { adviseFixture } from "../support/marker-fixture";

describe("payoff", () => {
  const knowledge = loadProjectKnowledge();

  it("is the figure of knowledge for the pair when everything moves", () => {
    const entry = knowledge.payoff.find(({ id }) => id === "numeric-loop-pyo3");
    const predicted = predictSpeedup({ kind: "numeric-loop", staying: 0 }, "pyo3", knowledge);
    assert.ok(entry && predicted);
    assert.deepEqual([predicted.speedup.low, predicted.speedup.mid, predicted.speedup.high], [entry.low, entry.mid, entry.high]);
    assert.equal(predicted.speedup.figure, "numeric-loop-pyo3");
    assert.deepEqual(predicted.sources, entry.sources);
  });

  it("is bounded by what stays", () => {
    const predicted = predictSpeedup({ kind: "numeric-loop", staying: 0.5 }, "pyo3", knowledge);
    assert.ok(predicted && predicted.speedup.high < 2 && predicted.speedup.high > 1.9);
    assert.match(predicted.speedup.basis, /50 %/);
  });

  it("is unknown for a target nobody knows", () => {
    assert.equal(predictSpeedup({ kind: "numeric-loop", staying: 0 }, "fortran", knowledge), undefined);
  });

  it("says what bounds the gain where the work is dicts, and keeps the range narrow there", () => {
    const of = (name: WorkClass) =>
      predictSpeedup(
        { kind: "generic", staying: 0, work: byClass((it) => (it === name ? 0.8 : it === "computing" ? 0.2 : 0)) },
        "pyo3",
        knowledge,
      )?.speedup;
    const [dicts, numbers] = [of("textKeys"), of("chains")];
    assert.ok(dicts && numbers);
    assert.ok(dicts.mid < 3 && numbers.mid > 15, `${dicts.mid}, ${numbers.mid}`);
    assert.match(dicts.basis, /gain is bounded by dicts and sets of texts/);
    assert.doesNotMatch(numbers.basis, /gain is bounded/);
  });

  it("takes calls of NumPy from small work only", () => {
    const of = (units: number) =>
      predictSpeedup({ kind: "numeric-loop", staying: 0, units, work: byClass((it) => (it === "computing" ? 1 : 0)) }, "numpy", knowledge)
        ?.speedup.mid ?? 0;
    assert.ok(of(500) < 1.5 && of(1e6) > 10, `${of(500)}, ${of(1e6)}`);
  });

  it("counts all that a record of a list consists of", async () => {
    const gain = async (type: string) => {
      const text = `
def run(rows: ${type}, n: int):
    total = 0.0
    for i in range(n):
        total += rows[i] * 2.0 + i * rows[i]
    return total

if __name__ == "__main__":
    run([], 100000)
`;
      const result = await adviseFixture([{ path: "app.py", text }]);
      return result.hotspots.find(({ function: node }) => node.fact.name === "run")?.advice[0]?.speedup.mid ?? 0;
    };
    const [numbers, records] = [await gain("list[float]"), await gain("list[dict[str, float]]")];
    assert.ok(records < 1.5 && numbers > 2 * records, `${numbers}, ${records}`);
  });

  it("for the whole program follows Amdahl's law", () => {
    assert.deepEqual(wholeProgramGain({ low: 2, mid: 10, high: 1e9 }, 0.5), { low: 1.3333, mid: 1.8182, high: 2 });
    assert.deepEqual(wholeProgramGain({ low: 5, mid: 5, high: 5 }, 0), { low: 1, mid: 1, high: 1 });
  });

  it("counts calls back into Python as staying", async () => {
    const loop = (call: string) => `
def step(a, b):
    return a * b - a

def run(xs, n: int):
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += xs[i] * xs[j] + xs[i] - ${call}
    return total

if __name__ == "__main__":
    run([1.0] * 1000, 1000)
`;
    const gain = async (call: string) => {
      const result = await adviseFixture([{ path: "app.py", text: loop(call) }]);
      return result.hotspots.find(({ function: node }) => node.fact.name === "run")?.advice.find(({ rule }) => rule === "numeric-loop-nest")
        ?.speedup.mid;
    };
    const alone = await gain("xs[j] * xs[j]");
    const calling = await gain("step(xs[i], xs[j])");
    assert.ok(alone !== undefined && calling !== undefined && calling < alone, `${calling} < ${alone}`);
  });
});
