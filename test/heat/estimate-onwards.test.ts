import assert from "node:assert/strict";
import { buildGraph, updateGraph } from "../../src/graph";
import { estimateHeat, type HeatMap, type HeatOptions } from "../../src/heat";
import { editedGraphs } from "../support/edited-project";
import { loadProjectKnowledge } from "../support/knowledge";
import { loadPythonParser } from "../support/python-parser";

const optionsTried: readonly HeatOptions[] = [{}, { entryPoints: ["app.py:main"] }, { includeTests: true }];

describe("an estimate that goes on from the one before", () => {
  it("is to the last digit the estimate of the same graph from nothing, whatever is edited", async function () {
    this.timeout(60_000);
    const knowledge = loadProjectKnowledge();
    let maps: HeatMap[] = [];
    let updates = 0;
    for await (const graph of editedGraphs(knowledge, 40, 11)) {
      maps = optionsTried.map((options, index) => {
        const map = estimateHeat(graph, knowledge, { ...options, keep: true, previous: maps[index] });
        const fresh = estimateHeat(graph, knowledge, options);
        assert.deepEqual(contentOf(map), contentOf(fresh), `update ${updates}, ${JSON.stringify(options)}`);
        return map;
      });
      updates++;
    }
    assert.ok(updates > 12, `${updates} updates`);
  });

  it("counts loops again that rest on what a generator yields, a method binds or a constructor is passed", async () => {
    const knowledge = loadProjectKnowledge();
    const parser = await loadPythonParser();
    const options = { libraryTypes: knowledge.types };
    for (const [from, to] of [
      ["range(8)", "range(30)"],
      ["[0] * 16", "[0] * 60"],
      ["Board(5)", "Board(50)"],
    ] as const) {
      const document = parser.openDocument("app.py", counted);
      const graph = buildGraph([document.facts], options);
      const before = estimateHeat(graph, knowledge, { keep: true });
      const updated = updateGraph(graph, document.update(counted.replace(from, to)), { wholeFile: false, oneFunction: true });
      assert.ok(updated, from);
      const map = estimateHeat(updated, knowledge, { keep: true, previous: before });
      assert.deepEqual(contentOf(map), contentOf(estimateHeat(updated, knowledge)), from);
      assert.notDeepEqual(contentOf(map), contentOf(before), from);
      document.dispose();
    }
  });
});

const others = Array.from({ length: 40 }, (_, index) => `def other${index}(x):\n    return x * ${index}\n\n`).join("\n");
const counted = `
class Board:
    def __init__(self, depth):
        self.depth = depth
        self.cells = [0] * 16

    def walk(self):
        for level in range(self.depth):
            for cell in self.cells:
                print(level, cell)


def numbers():
    for number in range(8):
        yield number


def pairs():
    for number in numbers():
        yield number, number


def use():
    for left, right in pairs():
        print(left, right)


def main():
    Board(5).walk()
    use()


${others}

if __name__ == "__main__":
    main()
`;

/** Everything a map says, as plain values. */
function contentOf({ functions, ...rest }: HeatMap): unknown {
  return {
    ...rest,
    functions: functions.map(({ id, frequency, work, heat, mix, loops, cold, recursive, memoised, callers }) => {
      return { id, frequency, work, heat, mix, loops, cold, recursive, memoised, callers };
    }),
  };
}
