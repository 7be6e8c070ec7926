import assert from "node:assert/strict";
import { createContext } from "../../src/advice/create-context";
import { estimateBoundary } from "../../src/advice/payoff/estimate-boundary";
import { paysFrom } from "../../src/advice/payoff/pays-from";
import { buildGraph } from "../../src/graph";
import { estimateHeat } from "../../src/heat";
import { loadProjectKnowledge } from "../support/knowledge";
import { adviseFixture, fixtureSettings } from "../support/marker-fixture";
import { extractFacts } from "../support/python-parser";

const knowledge = loadProjectKnowledge();

/** What a rule sees of the function called `run`. */
async function contextOf(text: string) {
  const graph = buildGraph([await extractFacts("app.py", text)], { libraryTypes: knowledge.types });
  const node = graph.functions.find(({ fact }) => fact.name === "run");
  assert.ok(node);
  return createContext({ graph, heat: estimateHeat(graph, knowledge), knowledge, settings: fixtureSettings }, node.id, 1);
}

const main = (call: string) => `\nif __name__ == "__main__":\n    ${call}\n`;

describe("the boundary", () => {
  it("converts each element of a list that a loop walks", async () => {
    const context = await contextOf(
      `def run(xs):\n    s = 0\n    for x in xs:\n        s += x * x\n    return s\n${main("run([1.0] * 5000)")}`,
    );
    const boundary = estimateBoundary(context);
    assert.ok(boundary);
    assert.deepEqual(boundary.converted, ["xs"]);
    assert.equal(boundary.elements, context.tripsOf(0).mid);
    assert.ok(boundary.share > 0.1 && boundary.share < 0.4, `${boundary.share}`);
  });

  it("costs a NumPy array made of a list several times what Rust pays", async () => {
    const context = await contextOf(
      `def run(xs):\n    s = 0\n    for x in xs:\n        s += x\n    return s\n${main("run([1.0] * 5000)")}`,
    );
    const boundary = estimateBoundary(context);
    assert.ok(boundary && boundary.arrayShare > 2 * boundary.share, `${boundary?.arrayShare} ${boundary?.share}`);
  });

  it("says that a pass over a dict that hands back another never pays", async () => {
    const context = await contextOf(
      `def run(xs: dict[str, str]):\n    out = []\n    for x in xs:\n        out.append(x)\n    return out\n${main('run({"a": "b"})')}`,
    );
    const words = paysFrom({ kind: "set-dict", staying: 0, boundary: estimateBoundary(context) }, context);
    assert.match(words ?? "", /^never as it stands/);
  });

  it("tells numbers, texts and objects apart by the annotations", async () => {
    const given = async (type: string) => {
      const context = await contextOf(
        `class Thing:\n    pass\n\ndef run(xs: ${type}):\n    s = 0\n    for x in xs:\n        s += 1\n    return s\n${main("run(None)")}`,
      );
      return Object.keys(estimateBoundary(context)?.given ?? {});
    };
    assert.deepEqual(await given("list[float]"), ["float"]);
    assert.deepEqual(await given("list[str]"), ["str"]);
    assert.deepEqual(await given("list[Thing]"), ["object"]);
    assert.deepEqual(await given("dict[str, int]"), ["dict-item", "str", "int"]);
    assert.deepEqual(await given("list"), ["int"]);
  });

  it("is small when the work grows faster than what is handed over", async () => {
    const context = await contextOf(
      `def run(xs, n: int):\n    s = 0.0\n    for i in range(n):\n        for j in range(n):\n            s += xs[i] * xs[j] - xs[i]\n    return s\n${main("run([1.0] * 500, 500)")}`,
    );
    const boundary = estimateBoundary(context);
    assert.ok(boundary && boundary.share < 0.1, `${boundary?.share}`);
    assert.match(paysFrom({ kind: "numeric-loop", staying: 0, boundary }, context) ?? "", /^from a few elements a call/);
  });

  it("lets NumPy arrays, bytes and text cross as they are", async () => {
    for (const type of ["np.ndarray", "bytes", "str"]) {
      const context = await contextOf(
        `import numpy as np\ndef run(xs: ${type}):\n    s = 0\n    for x in xs:\n        s += 1\n    return s\n${main("run(None)")}`,
      );
      assert.deepEqual(estimateBoundary(context)?.converted, [], type);
    }
  });

  it("counts the list that is built and returned", async () => {
    const context = await contextOf(
      `def run(n: int):\n    out = []\n    for i in range(1000):\n        out.append(i * n + i)\n    return out\n${main("run(3)")}`,
    );
    assert.equal(estimateBoundary(context)?.elements, 1000);
  });

  it("lies around a hot core, not inside it", async () => {
    const context = await contextOf(`
def run(a, b):
    s = 0.0
    for x, y in zip(a, b):
        s += (x - y) * (x - y)
    return s

def all_pairs(rows):
    best = 0.0
    for a in rows:
        for b in rows:
            scale = (len(a) * 3 + len(b) * 5 - 7) * (len(a) - len(b) + 1) / (len(a) + len(b) + 3)
            shift = (len(a) - len(b)) * (scale + 2.0) - scale * scale / (scale + 1.5) + len(a) * len(b)
            best = max(best, run(a, b) * scale + shift * 0.5 - best * 0.25 + scale * shift)
    return best
${main("all_pairs([[1.0, 2.0]] * 500)")}`);
    assert.equal(estimateBoundary(context), undefined);
  });

  it("turns a move that it eats into a keep with the reason", async () => {
    const text = `
def run(rows: dict[str, str]):
    kept = {}
    for row in rows:
        kept[row] = 1
    for row in rows:
        kept[row] = 2
    return kept
${main('run({str(i): "x" for i in range(3000)})')}`;
    const result = await adviseFixture([{ path: "app.py", text }]);
    const advice = result.hotspots.find(({ function: node }) => node.fact.name === "run")?.advice ?? [];
    const moves = advice.filter(({ target }) => target === "pyo3");
    for (const { speedup } of moves) assert.ok(speedup.mid >= 1.3, `${speedup.mid}`);
    assert.ok(
      advice.some(({ target, message }) => target === "keep" && /Converting rows for Rust costs about/.test(message)),
      JSON.stringify(advice.map(({ message }) => message)),
    );
  });
});
