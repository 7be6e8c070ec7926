import assert from "node:assert/strict";
import fc from "fast-check";
import { buildGraph, type LibraryTypes } from "../../src/graph";
import { loadPythonParser } from "../support/python-parser";

const noLibraryTypes: LibraryTypes = { returnType: () => undefined, attributeType: () => undefined, subscriptType: () => undefined };

/** Definitions of one module in any order: none runs another at import time, as Python then would have to find it. */
const DEFINITIONS = [
  "class Base:\n    def run(self):\n        return self.step()\n    def step(self):\n        raise NotImplementedError",
  "class Left:\n    def __init__(self):\n        self.items = []\n    def step(self):\n        self.items.append(make())\n        return helper(self.items)",
  "class Right:\n    def step(self):\n        return make().step()\n    @property\n    def first(self):\n        return make()",
  "def make():\n    if choose():\n        return Left()\n    return Right()",
  "def choose(flag=None):\n    return flag or later(choose)",
  "def helper(items):\n    for item in items:\n        item.step()\n        item.first.step()\n    return sorted(items, key=order)",
  "def order(item):\n    return item.step()",
  "def later(function):\n    return function(1)",
  "def recursive(n):\n    return recursive(n - 1) + mutual(n)",
  "def mutual(n):\n    return recursive(n)",
  "def unknown(a, b):\n    a.step()\n    a == b\n    return a.first",
  "TABLE = [lambda: make().step()]",
];
const NAMES = "Base Left Right make choose helper order later recursive mutual unknown run step first items".split(" ");

describe("the graph", () => {
  it("does not depend on the order of definitions", async () => {
    const parser = await loadPythonParser();
    const expected = callsOf(parser, DEFINITIONS.join("\n"));
    assert.ok(expected.length > 25, expected.join("\n"));
    fc.assert(
      fc.property(fc.shuffledSubarray(DEFINITIONS, { minLength: DEFINITIONS.length }), (definitions) => {
        assert.deepEqual(callsOf(parser, definitions.join("\n")), expected);
      }),
    );
  });

  it("does not depend on names, blank lines and comments", async () => {
    const parser = await loadPythonParser();
    const expected = callsOf(parser, DEFINITIONS.join("\n"));
    const name = fc.stringMatching(/^[a-z]{3,9}$/).filter((text) => !RESERVED.test(text));
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: NAMES.length, maxLength: NAMES.length }), fc.nat(4), (names, blank) => {
        const renamed = NAMES.map((original, index) => [original, `${names[index]}_${index}`] as const);
        let text = DEFINITIONS.join(`${"\n".repeat(blank + 1)}# a comment on make() and Left()\n`);
        for (const [original, other] of renamed) text = text.replaceAll(new RegExp(`\\b${original}\\b`, "g"), other);
        let calls = callsOf(parser, text).join("\n");
        for (const [original, other] of renamed) calls = calls.replaceAll(new RegExp(`\\b${other}\\b`, "g"), original);
        assert.deepEqual(calls.split("\n").sort(), expected);
      }),
    );
  });

  it("does not depend on the order of files", async () => {
    const parser = await loadPythonParser();
    const head = "from a import *\nfrom b import *\nfrom c import *\n";
    const thirds = [DEFINITIONS.slice(0, 4), DEFINITIONS.slice(4, 8), DEFINITIONS.slice(8)];
    const files = thirds.map((part, index) => parser.extract(`${"abc"[index]}.py`, head + part.join("\n")));
    const expected = describeCalls(buildGraph(files, { libraryTypes: noLibraryTypes }));
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: 3 }), (order) => {
        assert.deepEqual(describeCalls(buildGraph(order, { libraryTypes: noLibraryTypes })), expected);
      }),
    );
  });
});

const RESERVED =
  /^(and|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|import|lambda|nonlocal|not|pass|raise|return|try|while|with|yield|self|item|flag|sorted|print|match|case|type)$/;

type Parser = Awaited<ReturnType<typeof loadPythonParser>>;

function callsOf(parser: Parser, text: string): string[] {
  return describeCalls(buildGraph([parser.extract("main.py", text)], { libraryTypes: noLibraryTypes }));
}

function describeCalls(graph: ReturnType<typeof buildGraph>): string[] {
  const name = (id: number) => graph.functions[id]?.fact.qualname;
  return graph.calls.edges
    .filter((edge) => edge.kind !== "module-run")
    .map((edge) => `${name(edge.caller)} ${name(edge.callee)} ${edge.kind} ${edge.share.toFixed(3)} ${edge.sites.length}`)
    .sort();
}
