/** A small project of real files and one of ours, edited line after line: each time the updated graph, where it can be updated. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { buildGraph, type ProjectGraph, updateGraph } from "../../src/graph";
import type { Knowledge } from "../../src/knowledge";
import { editInside, generator } from "./edit-inside";
import { installedLibrary } from "./library-files";
import { extractFacts } from "./python-parser";

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

/** First the graph that was built, then those that were updated. */
export async function* editedGraphs(knowledge: Knowledge, rounds: number, seed: number): AsyncGenerator<ProjectGraph> {
  const names = installedLibrary().filter((path) => /(heapq|shlex|textwrap)\.py$/.test(path));
  const texts = new Map([["app.py", program], ...names.map((path): [string, string] => [basename(path), readFileSync(path, "utf8")])]);
  let graph = buildGraph(await Promise.all([...texts].map(([path, text]) => extractFacts(path, text))), { libraryTypes: knowledge.types });
  yield graph;
  const random = generator(seed);
  for (let round = 0; round < rounds; round++) {
    const path = [...texts.keys()][random(texts.size)] as string;
    const edited = editInside(texts.get(path) as string, random);
    const updated = updateGraph(graph, await extractFacts(path, edited));
    if (updated === undefined) continue;
    texts.set(path, edited);
    graph = updated;
    yield graph;
  }
}
