import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { lineAt } from "../../src/base";
import { buildGraph, type LibraryTypes, type ProjectGraph, updateGraph } from "../../src/graph";
import { fileIndexOf } from "../../src/graph/collect-definitions";
import { sameButForPlace } from "../../src/graph/moved-facts";
import type { FileFacts, FunctionFact } from "../../src/syntax";
import { editInside, generator } from "../support/edit-inside";
import { someLibraryFiles } from "../support/library-files";
import { loadPythonParser } from "../support/python-parser";

const noLibraryTypes: LibraryTypes = { returnType: () => undefined, attributeType: () => undefined, subscriptType: () => undefined };
const limits = { wholeFile: false, oneFunction: true };

describe("a graph after an edit inside one function", () => {
  it("says at every line what a new one says, whatever is typed, also half a statement", async function () {
    this.timeout(60_000);
    const parser = await loadPythonParser();
    const random = generator(3);
    let updates = 0;
    let broken = 0;
    for (const path of someLibraryFiles().filter((name) => /(heapq|shlex|textwrap|argparse)\.py$/.test(name))) {
      let text = readFileSync(path, "utf8");
      const document = parser.openDocument("main.py", text);
      let graph = buildGraph([document.facts], { libraryTypes: noLibraryTypes });
      for (let round = 0; round < 20; round++) {
        text = editInside(text, random);
        const facts = document.update(text);
        const built = buildGraph([facts], { libraryTypes: noLibraryTypes });
        const updated = updateGraph(graph, facts, limits);
        graph = updated ?? built;
        if (!updated) continue;
        updates++;
        if (facts.problems.length > 0) broken++;
        assertSameIndex(updated, facts, `${path}, round ${round}`);
        assertSameFacts(updated, facts, `${path}, round ${round}`);
        assert.deepEqual(callsOf(updated), callsOf(built), `${path}, round ${round}`);
      }
      document.dispose();
    }
    assert.ok(updates > 20, `${updates} updates`);
    assert.ok(broken > 0, `${broken} updates of broken code`);
  });

  it("keeps what was not edited, the same objects", async () => {
    const parser = await loadPythonParser();
    const text = "def first(x):\n    return x\n\n\ndef second(y):\n    return first(y)\n\n\nsecond(1)\n";
    const document = parser.openDocument("main.py", text);
    const graph = buildGraph([document.facts], { libraryTypes: noLibraryTypes });
    const updated = updateGraph(graph, document.update(text.replace("    return x", "    z = 1\n    return x")), limits);
    assert.ok(updated);
    assert.equal(updated.functions[2]?.fact, graph.functions[2]?.fact);
    assert.equal(updated.functions[2]?.likeness, graph.functions[2]?.likeness);
    assert.notEqual(updated.functions[1]?.likeness, graph.functions[1]?.likeness);
    document.dispose();
  });

  it("declines what is not inside of a body, or reaches out of it", async () => {
    const parser = await loadPythonParser();
    const text = "N = 1\n\n\ndef first(x=1):\n    global N\n    N = 2\n    return x\n\n\ndef second(y):\n    return first(y)\n";
    for (const [from, to] of [
      ["N = 1", "N = 12"],
      ["x=1", "x=12"],
      ["    N = 2", "    N = []"],
      ["first(y)", "first([y])"],
      ["def second", "def third"],
    ] as const) {
      const document = parser.openDocument("main.py", text);
      const graph = buildGraph([document.facts], { libraryTypes: noLibraryTypes });
      assert.equal(updateGraph(graph, document.update(text.replace(from, to)), limits), undefined, `${from} -> ${to}`);
      document.dispose();
    }
  });
});

/** Scopes, stores and calls as a walk over the whole file finds them. */
function assertSameIndex(graph: ProjectGraph, fresh: FileFacts, where: string): void {
  const [file] = [...graph.files.values()] as [FileFacts];
  const sorted = <Value>(map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const contentOf = ({ functions, classes, bindings, neverRun, calls, foreignStores }: ReturnType<typeof fileIndexOf>) => [
    functions.map(({ names, elements, ...rest }) => [[...names].map(([name, all]) => [name, all.length]), [...elements], rest]),
    classes.map(({ stores, storeElements }) => [sorted(stores), sorted(storeElements)]),
    bindings,
    [...neverRun].sort(),
    sorted(calls),
    sorted(foreignStores),
  ];
  const [found, expected] = [contentOf(fileIndexOf(file)), contentOf(fileIndexOf(fresh))];
  for (const [part, content] of found.entries()) assert.ok(sameButForPlace(content, expected[part]), `${where}: part ${part} of the index`);
}

/** The same functions, at the same lines. */
function assertSameFacts(graph: ProjectGraph, fresh: FileFacts, where: string): void {
  const [file] = [...graph.files.values()] as [FileFacts];
  for (const fact of fresh.functions) {
    const node = graph.functions[fact.index];
    assert.ok(sameButForPlace(node?.fact, fact), `${where}: ${fact.qualname}`);
    const starts = (one: FunctionFact, lineStarts: readonly number[]) =>
      [one.start, one.nameRange.start, one.bodyRange.start, one.bodyRange.end - 1, ...one.body.map(({ start }) => start)].map((start) =>
        lineAt(lineStarts, start),
      );
    assert.deepEqual(
      starts(node?.fact as FunctionFact, node?.file.lineStarts ?? []).slice(fact.index === 0 ? 4 : 0),
      starts(fact, fresh.lineStarts).slice(fact.index === 0 ? 4 : 0),
      `${where}: ${fact.qualname}`,
    );
  }
  const lines = (of: FileFacts) => [...of.imports, ...of.classes].map(({ start }) => lineAt(of.lineStarts, start));
  assert.deepEqual(lines(file), lines(fresh), where);
}

function callsOf(graph: ProjectGraph): unknown {
  return graph.functions.map(({ id, file }) =>
    (graph.calls.outgoing[id] ?? []).map(({ caller, callee, kind, share, sites }) => {
      const places = sites.map((site) => `${lineAt(file.lineStarts, site.range.start)}:${site.share}`);
      return `${caller} ${callee} ${kind} ${share} ${places.join(" ")}`;
    }),
  );
}
