import assert from "node:assert/strict";
import { type AdviceResult, adviseProject } from "../../src/advice";
import { estimateHeat, type HeatMap } from "../../src/heat";
import { editedGraphs } from "../support/edited-project";
import { loadProjectKnowledge } from "../support/knowledge";
import { fixtureSettings } from "../support/marker-fixture";

describe("advice after an edit", () => {
  it("is what it is from nothing, though what rests on one function alone is kept", async function () {
    this.timeout(60_000);
    const knowledge = loadProjectKnowledge();
    let heat: HeatMap | undefined;
    let updates = 0;
    for await (const graph of editedGraphs(knowledge, 25, 5)) {
      heat = estimateHeat(graph, knowledge, { keep: true, previous: heat });
      const settings = { ...fixtureSettings, hotspotLimit: 200 };
      const onwards = adviseProject({ graph, heat, knowledge, settings });
      const fresh = adviseProject({ graph, heat: estimateHeat(graph, knowledge), knowledge, settings });
      assert.equal(contentOf(onwards), contentOf(fresh), `update ${updates}`);
      updates++;
    }
    assert.ok(updates > 8, `${updates} updates`);
  });
});

function contentOf({ hotspots, findings, verdict }: AdviceResult): string {
  const places = hotspots.map(({ function: node, heat, advice }) => ({ id: node.id, share: heat.heat, advice }));
  return JSON.stringify({ places, findings, verdict }, undefined, 1);
}
