import assert from "node:assert/strict";
import type { AdviceSettings } from "../../src/advice";
import { adviseFixture } from "../support/marker-fixture";

const computing = `
def energy(xs, n):
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += xs[i] * xs[j] - xs[i] / (1.0 + xs[j])
    return total

def broken(:

if __name__ == "__main__":
    energy([1.0] * 2000, 2000)
`;

const waiting = `
import requests

def fetch(urls):
    pages = []
    for url in urls:
        pages.append(requests.get(url).text)
    return pages

if __name__ == "__main__":
    fetch(["https://example.org"] * 100)
`;

async function advise(text: string, path = "app.py", settings: Partial<AdviceSettings> = {}) {
  return adviseFixture([{ path, text }], settings);
}

describe("advice for a project", () => {
  it("has a bounded gain and a basis for every advice of every hotspot, in broken code too", async () => {
    const { hotspots } = await advise(computing);
    assert.ok(hotspots.length > 0);
    for (const { advice, heat } of hotspots) {
      assert.ok(advice.length > 0);
      for (const { speedup, wholeProgram, target } of advice) {
        assert.ok(speedup.low <= speedup.mid && speedup.mid <= speedup.high);
        assert.ok(speedup.basis.length > 0);
        const bound = heat.heat >= 1 ? Number.POSITIVE_INFINITY : 1 / (1 - heat.heat);
        assert.ok(wholeProgram.high <= bound * 1.01, `${wholeProgram.high} passes Amdahl's bound ${bound}`);
        if (target === "keep") assert.deepEqual([speedup.mid, wholeProgram.mid], [1, 1]);
      }
    }
  });

  it("leaves what waits in Python, with no hint in the editor", async () => {
    const { hotspots, findings } = await advise(waiting);
    assert.deepEqual([...new Set(hotspots.map(({ advice }) => advice[0]?.target))], ["keep"]);
    assert.deepEqual(findings, []);
  });

  it("answers for what computes most of the time in a script that otherwise waits", async () => {
    const { hotspots } = await advise(`${computing}    print(open("result").read())\n    import time\n    time.sleep(5)\n`);
    const places = new Map(hotspots.map(({ function: { fact }, advice }) => [fact.qualname, advice[0]?.target]));
    assert.equal(places.get("energy"), "pyo3");
    assert.equal(places.get("<module>"), "keep");
  });

  it("hints at hot code, and not at the same code in a test", async () => {
    assert.deepEqual(
      (await advise(computing)).findings.map(({ rule }) => rule),
      ["numeric-loop-nest"],
    );
    const cold = await adviseFixture([
      { path: "app.py", text: waiting },
      { path: "tests/test_energy.py", text: computing },
    ]);
    assert.deepEqual(cold.findings, []);
  });

  it("hints at nothing below the share that matters, and looks at no more places than asked for", async () => {
    assert.deepEqual((await advise(computing, "app.py", { minimumShare: 1.01 })).findings, []);
    assert.equal((await advise(computing, "app.py", { hotspotLimit: 1 })).hotspots.length, 1);
  });
});
