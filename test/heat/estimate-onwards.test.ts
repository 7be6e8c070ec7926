import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { buildGraph, updateGraph } from "../../src/graph";
import { estimateHeat, type HeatMap, type HeatOptions } from "../../src/heat";
import { editInside, generator } from "../support/edit-inside";
import { loadProjectKnowledge } from "../support/knowledge";
import { installedLibrary } from "../support/library-files";
import { extractFacts } from "../support/python-parser";

/** Calls what the edited functions hold, so that entry points, recursion and caches have a part in it. */
const program = `import functools
import textwrap

def fail(message):
    raise ValueError(message)

def walk(node, depth):
    if depth > 3:
        fail(node)
    total = 0
    for child in node.children:
        total += walk(child, depth + 1)
        total += other(child)
    return total

@functools.lru_cache
def other(node):
    for _ in range(100):
        walk(node, 1)
    return len(textwrap.dedent(str(node)))

def main(args):
    for arg in args:
        value = walk(arg, 0)
    print(value)

if __name__ == "__main__":
    main([])
`;

const optionsTried: readonly HeatOptions[] = [{}, { entryPoints: ["app.py:main"] }, { includeTests: true }];

describe("an estimate that goes on from the one before", () => {
  const names = installedLibrary().filter((path) => /(heapq|shlex|textwrap)\.py$/.test(path));

  it("is to the last digit the estimate of the same graph from nothing, whatever is edited", async function () {
    this.timeout(60_000);
    const knowledge = loadProjectKnowledge();
    const texts = new Map([["app.py", program], ...names.map((path): [string, string] => [basename(path), readFileSync(path, "utf8")])]);
    const facts = await Promise.all([...texts].map(([path, text]) => extractFacts(path, text)));
    let graph = buildGraph(facts, { libraryTypes: knowledge.types });
    const maps = optionsTried.map((options) => estimateHeat(graph, knowledge, { ...options, keep: true }));
    const random = generator(11);
    let updates = 0;
    for (let round = 0; round < 40; round++) {
      const path = [...texts.keys()][random(texts.size)] as string;
      const edited = editInside(texts.get(path) as string, random);
      const updated = updateGraph(graph, await extractFacts(path, edited));
      if (updated === undefined) continue;
      updates++;
      texts.set(path, edited);
      graph = updated;
      for (const [index, options] of optionsTried.entries()) {
        const onwards = estimateHeat(graph, knowledge, { ...options, keep: true, previous: maps[index] });
        const fresh = estimateHeat(graph, knowledge, options);
        assert.deepEqual(contentOf(onwards), contentOf(fresh), `round ${round}, ${path}, ${JSON.stringify(options)}`);
        maps[index] = onwards;
      }
    }
    assert.ok(updates > 12, `${updates} updates`);
  });
});

/** Everything a map says, as plain values. */
function contentOf({ functions, ...rest }: HeatMap): unknown {
  return {
    ...rest,
    functions: functions.map(({ id, frequency, work, heat, mix, loops, cold, recursive, memoised, callers }) => {
      return { id, frequency, work, heat, mix, loops, cold, recursive, memoised, callers };
    }),
  };
}
