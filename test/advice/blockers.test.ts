import assert from "node:assert/strict";
import { findBlockers } from "../../src/advice/blockers/find-blockers";
import { createContext } from "../../src/advice/create-context";
import { buildGraph } from "../../src/graph";
import { estimateHeat } from "../../src/heat";
import { loadProjectKnowledge } from "../support/knowledge";
import { fixtureSettings } from "../support/marker-fixture";
import { extractFacts } from "../support/python-parser";

/** Code and line of each blocker of the function named `work`. */
async function blockersOf(text: string): Promise<string[]> {
  const knowledge = loadProjectKnowledge();
  const graph = buildGraph([await extractFacts("app.py", text)], { libraryTypes: knowledge.types });
  const node = graph.functions.find(({ fact }) => fact.name === "work");
  assert.ok(node);
  const context = createContext({ graph, heat: estimateHeat(graph, knowledge), knowledge, settings: fixtureSettings }, node.id, 1);
  return findBlockers(context).map(({ code, line }) => `${code}:${line}`);
}

describe("blockers", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["names made at run time", "def work(o, n):\n    return getattr(o, n)", ["dynamic-attribute:2"]],
    ["but not a constant name", 'def work(o):\n    return getattr(o, "size", 0)', []],
    ["functions handed in", "def work(f, xs):\n    for x in xs:\n        f(x)", ["callback-into-python:3"]],
    ["but not called once", "def work(f, xs):\n    return f(xs)", []],
    ["generators", "def work(xs):\n    for x in xs:\n        yield x", ["generator:3"]],
    [
      "exceptions that steer a loop",
      "def work(xs):\n    for x in xs:\n        try:\n            int(x)\n        except ValueError:\n            continue",
      ["exception-as-control-flow:3"],
    ],
    [
      "but not those that end it",
      "def work(xs):\n    for x in xs:\n        try:\n            int(x)\n        except ValueError:\n            raise",
      [],
    ],
    ["integers past 64 bits", "def work(n: int):\n    return 7 ** n", ["big-integer:2"]],
    ["but not squares", "def work(n: int):\n    return n ** 2", []],
    ["arguments changed in place", "def work(xs):\n    xs[0] = 1", ["mutates-argument:2"]],
    [
      "classes to port",
      "class P:\n    def __init__(self):\n        self.x = 1\n\ndef work():\n    p = P()\n    return p.x",
      ["classes-to-port:7"],
    ],
    [
      "libraries without a counterpart",
      "import sympy\n\ndef work(xs):\n    for x in xs:\n        sympy.expand(x)",
      ["library-without-counterpart:5"],
    ],
    ["global state", "total = 0\n\ndef work():\n    global total\n    total = 1", ["global-state:4"]],
  ];
  for (const [title, text, expected] of cases) {
    it(title, async () => assert.deepEqual(await blockersOf(`${text}\n`), expected));
  }
});
