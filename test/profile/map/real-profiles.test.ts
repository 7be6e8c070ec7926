import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildGraph, type ProjectGraph } from "../../../src/graph";
import { mapProfiles } from "../../../src/profile";
import { loadProjectKnowledge } from "../../support/knowledge";
import { extractFacts } from "../../support/python-parser";
import { fixturesOf, readFixture } from "../read/read-fixture";

/** The sources of a sample, as they are assessed. */
async function graphOfSample(name: string): Promise<ProjectGraph> {
  const folder = join("samples", name);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".py"));
  const facts = await Promise.all(
    paths.sort().map((path) => extractFacts(path.replaceAll("\\", "/"), readFileSync(join(folder, path), "utf8"))),
  );
  return buildGraph(facts, { libraryTypes: loadProjectKnowledge().types });
}

const { libraries } = loadProjectKnowledge();
const options = {
  root: "/somewhere/else",
  isLibrary: (name: string) => libraries.find(name) !== undefined,
  isStandardLibrary: (name: string) => libraries.isStandardLibrary(name),
};

/** What ran the sample over and over; it is no part of it. */
const driver = /drive\.py\)$/;
/** Time with callees alone, and few lines: pyinstrument has cut this one down for reading. */
const cutDown = "pyinstrument.speedscope.json";

describe("files of real tools on the samples they recorded", () => {
  for (const sample of ["orbits", "sales-report"]) {
    it(`${sample}: at least 95 % of what is the program's own is found, whatever the tool, and nothing looks edited`, async () => {
      const graph = await graphOfSample(sample);
      for (const name of fixturesOf(sample)) {
        const profile = await readFixture(sample, name);
        const { measured } = mapProfiles([{ profile, weight: 1 }], graph, options);
        const lost = measured.unmapped.filter(({ frame }) => !driver.test(frame)).reduce((sum, { share }) => sum + share, 0);
        const found = measured.mappedShare / (measured.mappedShare + lost);
        assert.ok(found >= 0.95, `${name}: ${found}, without ${measured.unmapped[0]?.frame}`);
        assert.ok(measured.ranks, name);
        const stale = [...measured.functions].filter(([, { isStale }]) => isStale).map(([id]) => graph.functions[id]?.fact.qualname);
        if (name !== cutDown) assert.deepEqual(stale, [], name);
      }
    });
  }

  it("orbits: every tool leads to the loop that takes the time", async () => {
    const graph = await graphOfSample("orbits");
    for (const name of fixturesOf("orbits")) {
      const { measured } = mapProfiles([{ profile: await readFixture("orbits", name), weight: 1 }], graph, options);
      const [[id] = []] = [...measured.functions].sort(([, a], [, b]) => b.self - a.self);
      assert.equal(graph.functions[id ?? 0]?.fact.qualname, "accelerations", name);
    }
  });
});
