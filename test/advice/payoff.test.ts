import assert from "node:assert/strict";
import { predictSpeedup, wholeProgramGain } from "../../src/advice/payoff/predict-speedup";
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
