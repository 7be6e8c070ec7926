import assert from "node:assert/strict";
import { type AdviceResult, adviseProject } from "../../src/advice";
import { buildGraph } from "../../src/graph";
import { estimateHeat } from "../../src/heat";
import { mapProfiles, type RawProfile } from "../../src/profile";
import { rawProfile } from "../profile/map/support/raw-profile";
import { loadProjectKnowledge } from "../support/knowledge";
import { fixtureSettings } from "../support/marker-fixture";
import { extractFacts } from "../support/python-parser";

const app = `import json


def energy(xs, n):
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += xs[i] * xs[j] - xs[i] / (1.0 + xs[j])
    return total


def label(names):
    return [name.title() for name in names]


def test_scanner(text: str):
    count = 0
    for letter in text:
        if letter == "(":
            count += 1
        elif letter == ")":
            count -= 1
    return count


if __name__ == "__main__":
    energy([1.0] * 2000, 2000)
`;

async function advise(profile: RawProfile | undefined, path = "app.py"): Promise<AdviceResult> {
  const knowledge = loadProjectKnowledge();
  const graph = buildGraph([await extractFacts(path, app)], { libraryTypes: knowledge.types });
  const heat = estimateHeat(graph, knowledge);
  const measured =
    profile &&
    mapProfiles([{ profile, weight: 1 }], graph, { root: "/p", isLibrary: () => false, isStandardLibrary: (name) => name === "json" })
      .measured;
  return adviseProject({ graph, heat, knowledge, settings: fixtureSettings, measured });
}

const names = ({ hotspots }: AdviceResult) => hotspots.map((it) => it.function.fact.qualname);
const named = ({ hotspots }: AdviceResult, name: string) => hotspots.find((it) => it.function.fact.qualname === name);

describe("advice with a measured profile", () => {
  it("ranks by measured own time and bounds the gain by it", async () => {
    const result = await advise(
      rawProfile({ "label@app.py:13": 50, "energy@app.py:8": 30, "dump@/usr/lib/python3.11/json/__init__.py:3": 20 }),
    );
    assert.deepEqual(names(result).slice(0, 2), ["label", "energy"]);
    assert.equal(named(result, "label")?.measured?.share, 0.5);
    for (const { wholeProgram } of named(result, "energy")?.advice ?? []) assert.ok(wholeProgram.high <= 1 / 0.7 + 1e-3);
  });

  it("examines what the estimate took for cold", async () => {
    const path = "tests/test_app.py";
    const profile = rawProfile({ "test_scanner@tests/test_app.py:19": 90, "energy@tests/test_app.py:8": 10 });
    const cold = await advise(undefined, path);
    assert.equal(named(cold, "test_scanner")?.heat.cold, "test");
    const hot = named(await advise(profile, path), "test_scanner");
    assert.equal(hot?.heat.cold, undefined);
    assert.equal(hot?.advice[0]?.rule, "character-scanner");
  });

  it("lets what the profile has not seen follow behind, with a gain that its samples leave room for", async () => {
    const result = await advise(rawProfile({ "label@app.py:13": 50 }, { sampleCount: 1000 }));
    assert.deepEqual(names(result).slice(0, 2), ["label", "energy"]);
    const energy = named(result, "energy");
    assert.deepEqual([energy?.measured?.share, energy?.measured?.samples], [0, 0]);
    assert.ok((energy?.heat.heat ?? 0) > 0.5, "keeps its estimate");
    for (const { wholeProgram } of energy?.advice ?? []) assert.ok(wholeProgram.high <= 1 / (1 - 0.003) + 1e-3);
  });

  it("counts only measured places for the verdict, and says what it rests on", async () => {
    const { verdict } = await advise(rawProfile({ "energy@app.py:8": 100 }, { sampleCount: 6490, tool: "py-spy", source: "/x/run.txt" }));
    assert.match(verdict.summary, /of the measured time.*Measured: 6,490 samples by py-spy \(run\.txt\)\.$/);
    assert.equal(verdict.confidence, "high");
    const few = await advise(rawProfile({ "energy@app.py:8": 100 }, { sampleCount: 50 }));
    assert.equal(few.verdict.confidence, "low");
  });

  it("says how a tracing profiler distorts", async () => {
    const { verdict, heat } = await advise(
      rawProfile({ "energy@app.py/4": 9 }, { isDeterministic: true, tool: "cProfile", format: "pstats" }),
    );
    assert.equal(verdict.confidence, "medium");
    assert.match(heat.confidence.reasons.join(" "), /cProfile slows down every call/);
  });

  it("takes the split of native code and waiting from the profile where it tells it", async () => {
    const result = await advise(rawProfile({ "energy@app.py:8": { python: 10, native: 90 } }));
    const energy = named(result, "energy");
    assert.deepEqual(energy?.measured?.mix, { python: 0.1, native: 0.9, io: 0 });
    assert.equal(energy?.advice[0]?.rule, "native-bound-code");
    assert.equal(result.heat.bound.kind, "native");
    const waits = await advise(rawProfile({ "energy@app.py:8": { python: 10, waiting: 90 } }));
    assert.equal(waits.heat.bound.kind, "io");
    assert.match(waits.heat.bound.evidence.join(), /Measured: 10 % the project's own Python, 90 % waiting/);
  });

  it("a program whose time is in libraries stays, and the libraries are named", async () => {
    const result = await advise(rawProfile({ "label@app.py:13;dump@/usr/lib/python3.11/json/__init__.py:3": 95, "label@app.py:13": 5 }));
    assert.equal(result.heat.bound.kind, "library");
    assert.match(result.heat.bound.evidence.join(" "), /Time in libraries: json 95 %/);
    assert.equal(result.verdict.recommendation, "stay-python");
  });

  it("counts the libraries that a function calls where a move replaces their work", async () => {
    const text =
      "import pandas as pd\n\n\ndef price(row):\n    return row.a * row.b\n\n\ndef total(path):\n    frame = pd.read_csv(path)\n    return frame.apply(price, axis=1).sum()\n";
    const knowledge = loadProjectKnowledge();
    const graph = buildGraph([await extractFacts("shop.py", text)], { libraryTypes: knowledge.types });
    const site = "/venv/lib/python3.11/site-packages/pandas/core/frame.py";
    const profile = rawProfile({
      [`total@shop.py:10;apply@${site}:9000`]: 70,
      [`total@shop.py:10;apply@${site}:9000;price@shop.py:5`]: 10,
      "total@shop.py:9": 20,
    });
    const { measured } = mapProfiles([{ profile, weight: 1 }], graph, {
      root: "/p",
      isLibrary: () => false,
      isStandardLibrary: () => false,
    });
    const result = adviseProject({ graph, heat: estimateHeat(graph, knowledge), knowledge, settings: fixtureSettings, measured });
    const total = named(result, "total");
    assert.deepEqual([total?.measured?.share, total?.measured?.withLibraries, total?.measured?.total], [0.2, 0.9, 1]);
    assert.equal(total?.advice[0]?.target, "polars");
    assert.ok((total?.advice[0]?.wholeProgram.mid ?? 0) > 2, "not bounded by its own fifth");
    assert.equal(result.verdict.recommendation, "dataframe-engine");
    assert.match(result.verdict.summary, /^Move the data frame work to Polars: total/);
  });

  it("a profile of something else changes nothing but is handed on", async () => {
    const result = await advise(rawProfile({ "solve@/other/solver.py:3": 90, "label@app.py:13": 10 }));
    const without = await advise(undefined);
    assert.deepEqual(names(result), names(without));
    assert.equal(named(result, "label")?.measured, undefined);
    assert.equal(result.profile?.measured.ranks, false);
    assert.deepEqual(result.verdict, without.verdict);
  });

  it("compares the estimate with what was measured", async () => {
    const result = await advise(rawProfile({ "energy@app.py:8": 90, "label@app.py:13": 9, "<module>@app.py:28": 1 }));
    assert.equal(result.profile?.agreement.of, 3);
    assert.ok((result.profile?.agreement.common ?? 0) >= 2);
    assert.ok((result.profile?.agreement.correlation ?? 0) > 0.4);
  });
});
