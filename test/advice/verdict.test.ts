import assert from "node:assert/strict";
import { hotspotId } from "../../src/advice";
import { adviseFixture } from "../support/marker-fixture";

const numeric = `
def energy(xs, n: int):
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += xs[i] * xs[j] - xs[i] / (1.0 + xs[j])
    return total

if __name__ == "__main__":
    energy([1.0] * 2000, 2000)
`;

const waiting = `
import requests

def fetch(urls):
    return [requests.get(url).text for url in urls]

if __name__ == "__main__":
    fetch(["https://example.org"] * 100)
`;

async function verdictOf(text: string) {
  return (await adviseFixture([{ path: "app.py", text }])).verdict;
}

describe("verdict", () => {
  it("is hybrid where a numeric core takes the time", async () => {
    const verdict = await verdictOf(numeric);
    assert.equal(verdict.recommendation, "hybrid");
    assert.equal(verdict.dominantConstraint, "run-time");
    assert.match(verdict.summary, /energy \(app\.py\)/);
    assert.deepEqual(
      verdict.workloads.map(({ kind }) => kind),
      ["cpu-bound"],
    );
  });

  it("is to stay where the program waits, and says what it waits for", async () => {
    const verdict = await verdictOf(waiting);
    assert.equal(verdict.recommendation, "stay-python");
    assert.match(verdict.summary, /waits/);
    const io = verdict.workloads.find(({ kind }) => kind === "io-bound");
    assert.match(io?.evidence.join() ?? "", /requests in app\.py/);
  });

  it("says that the cheap fix comes first where one is enough", async () => {
    const verdict = await verdictOf(`
def known(words, allowed: list[str]):
    result = []
    for word in words:
        if word in allowed:
            result.append(word)
    return result

if __name__ == "__main__":
    known(["a"] * 10000, ["b"] * 1000)
`);
    assert.equal(verdict.recommendation, "stay-python");
    assert.match(verdict.summary, /change known \(app\.py\) first/);
  });

  it("of an empty project is to stay", async () => {
    assert.equal((await verdictOf("")).recommendation, "stay-python");
  });
});

describe("verdict on a service", () => {
  const service = (work: string) => `
from fastapi import FastAPI, UploadFile

app = FastAPI()


def decode(data: bytes) -> int:
${work}


@app.post("/decode")
async def handle(file: UploadFile):
    return {"sum": decode(await file.read())}
`;

  it("is hybrid where requests compute", async () => {
    const { recommendation } = await verdictOf(
      service("    total = 0\n    for byte in data:\n        total = (total * 31 + byte) % 65521\n    return total"),
    );
    assert.equal(recommendation, "hybrid");
  });

  it("is to stay where one kind of request of many computes", async () => {
    const work = "    total = 0\n    for byte in data:\n        total = (total * 31 + byte) % 65521\n    return total";
    const routes = ["a", "b", "c"].map(
      (name) => `\n@app.post("/${name}")\nasync def ${name}(file: UploadFile):\n    return {"size": len(await file.read())}\n`,
    );
    assert.equal((await verdictOf(service(work) + routes.join("\n"))).recommendation, "stay-python");
  });

  it("is to stay where they wait", async () => {
    assert.equal((await verdictOf(service("    return len(data)"))).recommendation, "stay-python");
  });
});

describe("every hotspot", () => {
  it("has an advice, with figures in order and a basis", async () => {
    for (const text of [numeric, waiting]) {
      for (const { advice } of (await adviseFixture([{ path: "app.py", text }])).hotspots) {
        assert.ok(advice.length > 0);
        for (const { speedup, wholeProgram, effort } of advice) {
          assert.ok(speedup.low <= speedup.mid && speedup.mid <= speedup.high && speedup.basis !== "");
          assert.ok(wholeProgram.low <= wholeProgram.mid && wholeProgram.mid <= wholeProgram.high);
          assert.ok(effort.lowHours <= effort.highHours);
        }
      }
    }
  });

  it("has an id that survives edits elsewhere and changes with its code", async () => {
    const idOf = async (text: string) => {
      const spot = (await adviseFixture([{ path: "app.py", text }])).hotspots.find(({ function: node }) => node.fact.name === "energy");
      return spot && hotspotId(spot.function);
    };
    const id = await idOf(numeric);
    assert.equal(await idOf(`# a comment\n\nimport os\n${numeric.replace("2000, 2000", "3000, 3000")}`), id);
    assert.notEqual(await idOf(numeric.replace("- xs[i]", "- xs[i] * xs[i]")), id);
  });
});
