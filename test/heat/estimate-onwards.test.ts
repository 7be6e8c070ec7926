import assert from "node:assert/strict";
import { estimateHeat, type HeatMap, type HeatOptions } from "../../src/heat";
import { editedGraphs } from "../support/edited-project";
import { loadProjectKnowledge } from "../support/knowledge";

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
