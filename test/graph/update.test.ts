import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { buildGraph, type LibraryTypes, type ProjectGraph, updateGraph } from "../../src/graph";
import type { FileFacts } from "../../src/syntax";
import { loadPythonParser } from "../support/python-parser";

const noLibraryTypes: LibraryTypes = { returnType: () => undefined, attributeType: () => undefined, subscriptType: () => undefined };
const options = { libraryTypes: noLibraryTypes };

const LIB =
  "class Node:\n    def __init__(self):\n        self.next = None\n    def visit(self):\n        return 1\n\ndef make():\n    return Node()\n";
const MAIN =
  "from lib import make, Node\n\ndef run(n):\n    x = make()\n    x.visit()\n\ndef other(node):\n    node.next\n\nother(make())\n";

async function twoFiles(): Promise<{
  graph: ProjectGraph;
  change: (path: string, text: string) => { updated?: ProjectGraph; built: ProjectGraph };
}> {
  const parser = await loadPythonParser();
  const files = new Map<string, FileFacts>([
    ["lib.py", parser.extract("lib.py", LIB)],
    ["main.py", parser.extract("main.py", MAIN)],
  ]);
  const graph = buildGraph([...files.values()], options);
  return {
    graph,
    change(path, text) {
      const file = parser.extract(path, text);
      const built = buildGraph([...new Map(files).set(path, file).values()], options);
      return { updated: updateGraph(graph, file), built };
    },
  };
}

describe("updating a graph", () => {
  it("links the calls of the changed file again", async () => {
    const { change } = await twoFiles();
    const { updated, built } = change(
      "main.py",
      MAIN.replace("    x.visit()\n", "    for _ in range(n):\n        x.visit()\n        make().visit()\n"),
    );
    assert.ok(updated);
    assert.deepEqual(callsOf(updated), callsOf(built));
  });

  it("keeps up when only places move", async () => {
    const { change } = await twoFiles();
    const { updated, built } = change("lib.py", `# a comment\n\n${LIB.replace("return 1", "return 12345")}`);
    assert.ok(updated);
    assert.deepEqual(callsOf(updated), callsOf(built));
  });

  it("declines what others can notice", async () => {
    const parser = await loadPythonParser();
    const { graph, change } = await twoFiles();
    assert.equal(change("lib.py", LIB.replace("return Node()", "return None")).updated, undefined, "another return type");
    assert.equal(change("lib.py", LIB.replace("self.next = None", "self.next = Node()")).updated, undefined, "another attribute type");
    assert.equal(change("lib.py", LIB.replace("def visit", "def walk")).updated, undefined, "another name");
    assert.equal(change("main.py", MAIN.replace("other(make())", "other(1)")).updated, undefined, "another argument type");
    assert.equal(change("main.py", MAIN.replace("import make, Node", "import make")).updated, undefined, "another import");
    assert.equal(change("lib.py", `${LIB}SIZE = 8\n`).updated, undefined, "a new constant");
    const withSize = buildGraph([...graph.files.values(), parser.extract("size.py", "SIZE = 8\n")], options);
    assert.equal(updateGraph(withSize, parser.extract("size.py", "SIZE = 9\n")), undefined, "another constant, which loops may count by");
    assert.equal(change("new.py", "x = 1\n").updated, undefined, "a new file");
    assert.deepEqual(callsOf(graph), callsOf(buildGraph([...graph.files.values()], options)), "the old graph is as it was");
  });

  it("equals a new graph whichever line of the fixtures goes", async () => {
    const parser = await loadPythonParser();
    let updates = 0;
    for (const name of readdirSync("test/fixtures/graph")) {
      const text = readFileSync(`test/fixtures/graph/${name}`, "utf8").replaceAll(/^#- .*$/gm, "");
      const lines = text.split("\n");
      for (let index = 0; index < lines.length; index += 7) {
        // An update that was declined leaves the graph as it was, one that was made moves on to the next.
        const graph = buildGraph([parser.extract("main.py", text)], options);
        const file = parser.extract("main.py", lines.with(index, "").join("\n"));
        const updated = updateGraph(graph, file);
        if (!updated) continue;
        updates++;
        assert.deepEqual(callsOf(updated), callsOf(buildGraph([file], options)), `${name} without line ${index + 1}`);
      }
    }
    assert.ok(updates > 40, `${updates} updates`);
  });
});

function callsOf(graph: ProjectGraph): unknown {
  const { outgoing, incoming, components } = graph.calls;
  const edges = (lists: typeof outgoing) =>
    lists.map((list) =>
      list.map(
        (edge) =>
          `${edge.caller} ${edge.callee} ${edge.kind} ${edge.share} ${edge.sites.map((site) => `${site.range.start}:${site.share}`)}`,
      ),
    );
  return { outgoing: edges(outgoing), incoming: edges(incoming), components, resolved: graph.resolvedCallShare };
}
