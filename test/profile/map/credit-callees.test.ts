import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixturesOf, readFixture } from "../read/read-fixture";
import { map } from "./support/raw-profile";

/** A sample as it is in the repository, by path. */
function sampleFiles(folder: string): Record<string, string> {
  const root = join(__dirname, "../../../samples", folder);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".py") && !path.includes("tests"));
  return Object.fromEntries(files.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(root, path), "utf8")]));
}

describe("line_profiler's files over the project", () => {
  it("get own times from the calls that the project's text tells", async () => {
    const { of, hottest, measured } = await map(sampleFiles("orbits"), await readFixture("orbits", "line-profiler.lprof"));
    assert.equal(hottest[0], "orbits/forces.py:accelerations", hottest.slice(0, 3).join());
    assert.ok(of("orbits/forces.py:accelerations")!.self > 0.5);
    assert.ok(of("orbits/__main__.py:main")!.self < 0.1);
    assert.ok(of("orbits/simulate.py:simulate")!.total > 0.5, "whole times stay");
    assert.equal(measured.sources[0]!.format, "line-profiler");
  });

  it("come to nearly the ranking of the printed form", async () => {
    for (const name of fixturesOf("orbits").filter((each) => each.startsWith("line-profiler"))) {
      const { hottest } = await map(sampleFiles("orbits"), await readFixture("orbits", name));
      assert.ok(hottest.slice(0, 4).includes("orbits/energy.py:distance"), `${name}: ${hottest.slice(0, 4)}`);
    }
  });
});
