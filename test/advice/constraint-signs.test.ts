import assert from "node:assert/strict";
import { adviseFixture } from "../support/marker-fixture";

const loops = `
def energy(xs, n: int):
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += xs[i] * xs[j] - xs[i] / (1.0 + xs[j])
    return total

if __name__ == "__main__":
    energy([1.0] * 2000, 2000)
`;

const native = `
import ctypes
import threading
import requests

lock = threading.Lock()
library = ctypes.CDLL("libparse.so")

def fetch(url):
    with lock:
        return library.parse(requests.get(url).content)

if __name__ == "__main__":
    fetch("https://example.org")
`;

async function signsOf(...files: readonly { readonly path: string; readonly text: string }[]) {
  const { verdict } = await adviseFixture(files);
  const evidence = (id: string) => verdict.constraints.find((it) => it.id === id)?.evidence.join("\n") ?? "";
  return { dominant: verdict.dominantConstraint, ids: verdict.constraints.map(({ id }) => id), evidence };
}

describe("what speaks for each constraint", () => {
  it("is concentrated heat and what moving gains, for run time", async () => {
    const { dominant, ids, evidence } = await signsOf({ path: "app.py", text: loops });
    assert.equal(dominant, "run-time");
    assert.deepEqual(ids, ["developer-time", "run-time", "reliability"]);
    assert.match(evidence("run-time"), /concentrated in few functions: energy takes \d+ % of the Python time/);
    assert.match(evidence("run-time"), /about [\d.]+x as fast/);
    assert.match(evidence("developer-time"), /started as a script: app\.py/);
    assert.equal(evidence("reliability"), "");
  });

  it("is native code called by hand and threads, with their places, for reliability", async () => {
    const { dominant, evidence } = await signsOf({ path: "app.py", text: native });
    assert.equal(dominant, "reliability");
    assert.match(evidence("reliability"), /^app\.py:2 imports ctypes: /m);
    assert.match(evidence("reliability"), /^app\.py:3 imports threading: /m);
    assert.match(evidence("developer-time"), /waiting or native code/);
  });

  it("counts one such import as a sign, not as the answer, and none of a test", async () => {
    const one = await signsOf({
      path: "app.py",
      text: native.replace("import threading\n", "").replace("threading.Lock()", "open('lock')"),
    });
    assert.equal(one.dominant, "developer-time");
    assert.match(one.evidence("reliability"), /ctypes/);
    const tested = await signsOf({ path: "app.py", text: loops }, { path: "tests/test_app.py", text: native });
    assert.equal(tested.evidence("reliability"), "");
  });
});
