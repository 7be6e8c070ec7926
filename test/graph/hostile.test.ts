import assert from "node:assert/strict";
import { buildGraph, type LibraryTypes, type ProjectGraph } from "../../src/graph";
import type { FileFacts } from "../../src/syntax";
import { extractFacts } from "../support/python-parser";

const noLibraryTypes: LibraryTypes = { returnType: () => undefined, attributeType: () => undefined, subscriptType: () => undefined };

/** Far more than any of these takes; a quadratic or endless search is slower by orders of magnitude. */
const SECONDS = 5;

async function build(files: Record<string, string>): Promise<ProjectGraph> {
  const facts: FileFacts[] = [];
  for (const [path, text] of Object.entries(files)) facts.push(await extractFacts(path, text));
  const start = performance.now();
  const graph = buildGraph(facts, { libraryTypes: noLibraryTypes });
  for (const node of graph.classes) assert.ok(node.attributes.size >= 0);
  const seconds = (performance.now() - start) / 1000;
  assert.ok(seconds < SECONDS, `took ${seconds.toFixed(1)} s`);
  return graph;
}

function lines(count: number, line: (index: number) => string): string {
  return `${Array.from({ length: count }, (_, index) => line(index)).join("\n")}\n`;
}

describe("a graph of hostile programs", () => {
  it("ends where modules import each other in a circle", async () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 300; index++) {
      files[`m${index}.py`] = `from m${(index + 1) % 300} import *\nfrom m${(index + 7) % 300} import name as name\nname()\nother()\n`;
    }
    await build(files);
  });

  it("ends where classes inherit in a circle", async () => {
    const text = lines(
      200,
      (index) =>
        `class C${index}(C${(index + 1) % 200}, C${(index + 3) % 200}):\n    def m(self):\n        self.m(); self.n(); super().m()`,
    );
    const graph = await build({ "main.py": text });
    assert.equal(graph.classes.length, 200);
  });

  it("ends where names stand for themselves", async () => {
    await build({
      "main.py":
        "a = b\nb = a\nx = [x]\nx = {1: x}\nf = f()\ng = lambda: g\ng()()()\nclass K(K): pass\nK = K\ndef r(): return r()\nr()()\n",
    });
  });

  it("bounds a name with ten thousand definitions", async () => {
    await build({ "main.py": `${lines(10_000, (index) => `x = f${index}\nx()`)}def g():\n    return x()\n` });
  });

  it("bounds a long chain of assignments and of calls", async () => {
    await build({
      "main.py": `x0 = 1\n${lines(5_000, (index) => `x${index + 1} = x${index}`)}${lines(5_000, (index) => `def f${index}(a):\n    return f${index + 1}(a)`)}f0(x5000)\n`,
    });
  });

  it("bounds a thousand classes that override each other", async () => {
    const text = lines(
      1_000,
      (index) =>
        `class C${index}(${index === 0 ? "object" : `C${(index - 1) >> 1}`}):\n    def m(self, other):\n        self.m(other); other.m(self); self == other`,
    );
    const graph = await build({ "main.py": text });
    assert.ok(graph.calls.edges.length < 60_000, `${graph.calls.edges.length} edges`);
  });

  it("bounds a deep line of inheritance", async () => {
    const text = lines(
      1_500,
      (index) =>
        `class C${index}(${index === 0 ? "object" : `C${index - 1}`}):\n    def m${index}(self):\n        self.m0(); self.nowhere()`,
    );
    await build({ "main.py": text });
  });

  it("bounds a table of thousands of functions and a long row of branches", async () => {
    const functions = lines(3_000, (index) => `def f${index}(): pass`);
    const table = `table = {${Array.from({ length: 3_000 }, (_, index) => `${index}: f${index}`).join(", ")}}\n`;
    const branches = `if x == 0:\n    pass\n${lines(3_000, (index) => `elif x == ${index}:\n    table[x]()`)}`;
    await build({ "main.py": functions + table + branches });
  });

  it("bounds names that thousands of classes share", async () => {
    const classes = lines(3_000, (index) => `class C${index}:\n    def common(self): pass\n    def __eq__(self, other): pass`);
    const uses = lines(2_000, (index) => `def f${index}(a, b):\n    a.common(); a == b; a.common().common()`);
    const graph = await build({ "main.py": classes + uses });
    assert.ok(graph.calls.edges.length < 150_000, `${graph.calls.edges.length} edges`);
  });

  it("bounds functions that pass each other on", async () => {
    const text = lines(
      400,
      (index) => `def f${index}(g, x):\n    g(f${(index + 1) % 400}, x)\n    x.go(g)\n    return f${(index + 2) % 400}(g, x)`,
    );
    await build({ "main.py": text });
  });
});
