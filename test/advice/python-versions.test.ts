import assert from "node:assert/strict";
import type { AdviceSettings } from "../../src/advice";
import { forOldestPython, interpreterEvidence, releaseEvidence, wheelWords } from "../../src/advice/python-versions";
import { loadProjectKnowledge } from "../support/knowledge";
import { adviseFixture } from "../support/marker-fixture";

const knowledge = loadProjectKnowledge();
const on = (python?: readonly [number, number], freeThreaded?: boolean) => ({ knowledge, settings: { python, freeThreaded } });

const parallel = `
def shade(xs: list[float], ys: list[float]) -> None:
    for i in range(100000):
        ys[i] = xs[i] * xs[i] * 0.5 + xs[i] * 3.0 - 1.0 / (1.0 + xs[i])

if __name__ == "__main__":
    shade([1.0] * 100000, [0.0] * 100000)
`;

async function first(settings: Partial<AdviceSettings>, text = parallel) {
  const { hotspots, verdict } = await adviseFixture([{ path: "app.py", text }], settings);
  const advice = hotspots.find(({ function: node }) => node.fact.qualname !== "<module>")?.advice[0];
  assert.ok(advice);
  return { advice, verdict, said: advice.evidence.map(({ message }) => message).join("\n") };
}

describe("the versions of Python that a project supports", () => {
  it("tell what an advice names that older ones lack, and what does the same there", () => {
    const message = "int.bit_count() does it in C.";
    assert.match(
      forOldestPython(message, on([3, 8])),
      /^int\.bit_count\(\) does it in C\. int\.bit_count came with Python 3\.10, .* 3\.8: there, bin\(x\)/,
    );
    assert.equal(forOldestPython(message, on([3, 10])), message);
    assert.equal(forOldestPython(message, on()), message);
    assert.equal(forOldestPython("my.math.prod2 and xmath.prod are others", on([3, 7])), "my.math.prod2 and xmath.prod are others");
  });

  it("tell which release of a tool still runs on the oldest", () => {
    const [polars, ...others] = releaseEvidence(["polars"], on([3, 8]));
    assert.equal(polars?.message, "The project supports Python 3.8: the newest Polars for it is 1.8.2 (2.1.0 needs 3.11).");
    assert.deepEqual(others, []);
    assert.match(releaseEvidence(["numba"], on([3, 6]))[0]?.message ?? "", /no release of Numba that is known here runs on it/);
    assert.deepEqual(releaseEvidence(["polars", "numpy"], on([3, 11])), []);
    assert.deepEqual(releaseEvidence(["polars"], on()), []);
  });

  it("name newer interpreters where they come near to the gain, and never where it is large", () => {
    assert.equal(interpreterEvidence(1.2, on([3, 8])).length, 2);
    assert.match(interpreterEvidence(1.2, on([3, 12]))[0]?.message ?? "", /^The JIT compiler of Python 3\.15/);
    assert.deepEqual([...interpreterEvidence(20, on([3, 8])), ...interpreterEvidence(1, on([3, 8]))], []);
  });

  it("decide how wheels are built", () => {
    assert.match(wheelWords(on([3, 10])) ?? "", /Python 3\.10 and all later versions with PyO3's feature abi3-py310; free-threaded/);
    assert.match(wheelWords(on([3, 8])) ?? "", /PyO3 0\.29 is the last that supports 3\.8/);
    assert.match(wheelWords(on([3, 14], true)) ?? "", /wheels of their own/);
    assert.equal(wheelWords(on()), undefined);
  });

  it("reach the advice, its alternatives and the verdict", async () => {
    const { advice, verdict, said } = await first({ python: [3, 8] });
    assert.equal(advice.target, "pyo3");
    assert.match(said, /3\.8: the newest Numba for it is 0\.58\.1/);
    assert.match(verdict.evidence.join("\n"), /abi3-py38/);
    assert.doesNotMatch(said, /JIT/);
  });

  it("make threads a way of their own on a free-threaded build, and a word on others", async () => {
    const other = await first({ python: [3, 12] });
    assert.ok(other.advice.alternatives.every(({ target }) => target !== "threads"));
    assert.match(other.said, /rounds of the loop do not wait for each other\. A free-threaded build .* gains nothing by threads\./);
    const free = await first({ python: [3, 14], freeThreaded: true });
    const threads = free.advice.alternatives.find(({ target }) => target === "threads");
    assert.deepEqual([threads?.speedup.mid, threads?.speedup.figure], [2, "free-threads"]);
    const chained = parallel.replace("ys[i] = xs[i] * xs[i] * 0.5", "ys[i] = ys[i - 1] * xs[i] * 0.5");
    const serial = await first({ python: [3, 14], freeThreaded: true }, chained);
    assert.ok(serial.advice.alternatives.every(({ target }) => target !== "threads"));
  });
});
