import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { initialViewState, limits, toHostSchema, toPanelSchema } from "../../src/panel";
import { iconPaths } from "../../src/panel/icons";
import { filterHotspots, foldersOf } from "../../src/panel/model/filter-hotspots";
import { createFormat } from "../../src/panel/model/format";
import { buildHeatTree, findNode, layOutIcicle } from "../../src/panel/model/heat-tree";
import { createPanelModel, receive } from "../../src/panel/panel-model";
import { stringsFor } from "../../src/panel/strings";
import { de } from "../../src/panel/strings/de";
import { en } from "../../src/panel/strings/en";
import { largeAssessment, sampleAssessment } from "./support/sample-assessment";

const { hotspots } = sampleAssessment();

describe("filtering hotspots", () => {
  const names = (change: Partial<typeof initialViewState>) =>
    filterHotspots(hotspots, { ...initialViewState, ...change }).map(({ qualname }) => qualname);

  it("finds all words in path and name, in any case", () => {
    assert.deepEqual(names({ text: "NBODY adv" }), ["Simulation.advance"]);
    assert.deepEqual(names({ text: "nowhere" }), []);
  });

  it("takes folders with what is below them, and nothing beside", () => {
    assert.equal(names({ folder: "orbit/simulation" }).length, 3);
    assert.equal(names({ folder: "orbit/sim" }).length, 0);
    assert.ok(foldersOf(hotspots).includes("orbit"));
  });

  it("combines filters", () => {
    assert.deepEqual(names({ worthOnly: true, confidence: "medium" }), ["load_rows", "Index.lookup.<lambda>"]);
    assert.deepEqual(names({ target: "numpy" }), ["relax"]);
  });

  it("sorts both ways and leaves the assessment as it is", () => {
    const before = hotspots.map(({ id }) => id);
    assert.equal(names({ sort: "speedup", descending: true })[0], "Simulation.advance");
    assert.equal(names({ sort: "effort" })[0], "fetch_all");
    assert.deepEqual(
      hotspots.map(({ id }) => id),
      before,
    );
  });
});

describe("the tree of heat", () => {
  const tree = buildHeatTree(hotspots, "orbit");

  it("adds up to the whole, with what is not listed as a part of its own", () => {
    assert.ok(Math.abs(tree.share - 1) < 1e-9);
    assert.equal(tree.children.at(-1)!.kind, "rest");
    const orbit = tree.children[0]!;
    assert.ok(Math.abs(orbit.share - orbit.children.reduce((sum, { share }) => sum + share, 0)) < 1e-9);
    assert.ok(Math.abs(orbit.mix.python + orbit.mix.native + orbit.mix.io - 1) < 1e-9);
  });

  it("puts chains of folders together", () => {
    const deep = buildHeatTree([{ ...hotspots[0]!, path: "src/a/b/c.py" }], "x");
    assert.equal(deep.children[0]!.name, "src/a/b");
  });

  it("goes as deep as a zoom path still exists", () => {
    assert.equal(findNode(tree, ["orbit", "simulation"]).node.name, "simulation");
    assert.deepEqual(findNode(tree, ["orbit", "gone", "x"]).path, ["orbit"]);
  });

  it("lays boxes inside their parents, without overlap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 2, max: 6 }), (count, columns) => {
        const boxes = layOutIcicle(buildHeatTree(largeAssessment(count).hotspots, "x"), [], columns, 0.02);
        for (const box of boxes) assert.ok(box.top >= -1e-9 && box.top + box.height <= 1 + 1e-9);
        for (let column = 0; column < columns; column++) {
          const inColumn = boxes.filter((box) => box.column === column).sort((a, b) => a.top - b.top);
          inColumn.forEach((box, index) => {
            const below = inColumn[index + 1];
            assert.ok(!below || box.top + box.height <= below.top + 1e-9);
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("formatting", () => {
  const format = createFormat("en", en);
  const german = createFormat("de", de);

  it("rounds so that no figure looks surer than it is", () => {
    assert.equal(format.percent(0.4372), "44%");
    assert.equal(format.percent(0.034), "3.4%");
    assert.equal(format.percent(0.0002), "<0.1%");
    assert.equal(format.percent(0), "0%");
    assert.equal(format.times({ low: 12.4, mid: 20, high: 40.2 }), "12–40×");
    assert.equal(format.times({ low: 2, mid: 2, high: 2.02 }), "2×");
    assert.equal(format.hours({ lowHours: 0, highHours: 0 }), "none");
    assert.equal(format.hours({ lowHours: 0.5, highHours: 12.3 }), "0.5–12 h");
  });

  it("names spans of time as people do", () => {
    assert.equal(format.duration(undefined), "never");
    assert.equal(format.duration(0.4), "less than a day");
    assert.equal(format.duration(1), "1 day");
    assert.equal(format.duration(90), "3 months");
    assert.equal(format.duration(365.25 * 5), "5 years");
    assert.equal(format.duration(1e9), "more than 100 years");
  });

  it("follows the language", () => {
    assert.equal(german.times({ low: 1.5, mid: 2, high: 3 }), "1,5–3×");
    assert.equal(german.duration(90), "3 Monate");
  });
});

describe("the strings", () => {
  it("fall back to English, and take a region for its language", () => {
    assert.equal(stringsFor("de-AT").strings, de);
    assert.equal(stringsFor("fr").strings, en);
    assert.equal(stringsFor("not a locale").locale, "en");
  });

  it("are all translated", () => {
    // Words that are the same in both languages.
    const same =
      /^(Python|NumPy|Polars|Rust|Rust \(PyO3\)|Numba|mypyc|Cython|Threads|HTML|Markdown|JSON|Hotspots?|Frameworks|Benchmark|Filter|Code|Repository|Alternative|Hybrid|hybrid)$/;
    const visit = (english: unknown, german: unknown, path: string) => {
      if (typeof english === "string") assert.ok(german !== english || same.test(english), `${path} is not translated: ${english}`);
      else if (typeof english === "object" && english !== null) {
        assert.deepEqual(Object.keys(german as object).sort(), Object.keys(english).sort(), path);
        for (const [key, value] of Object.entries(english)) visit(value, (german as Record<string, unknown>)[key], `${path}.${key}`);
      } else assert.equal(typeof german, typeof english, path);
    };
    visit(en, de, "strings");
  });
});

describe("the icons", () => {
  it("are those of the codicons package", () => {
    const picture = readFileSync("node_modules/@vscode/codicons/dist/codicon.svg", "utf8");
    for (const [name, paths] of Object.entries(iconPaths)) {
      if (name === "warning-triangle") continue;
      for (const path of paths) assert.ok(picture.includes(`d="${path}"`), name);
    }
  });
});

describe("messages", () => {
  it("have limits", () => {
    const long = "x".repeat(limits.lineLength + 1);
    assert.ok(!toPanelSchema.safeParse({ type: "excerpt", hotspot: "h", firstLine: 1, lines: [long] }).success);
    assert.ok(!toPanelSchema.safeParse({ type: "stale", paths: Array(limits.stalePaths + 1).fill("a.py") }).success);
    assert.ok(!toHostSchema.safeParse({ type: "openSource", url: "javascript:alert(1)" }).success);
    assert.ok(!toHostSchema.safeParse({ type: "openSource", url: "file:///etc/passwd" }).success);
    assert.ok(!toHostSchema.safeParse({ type: "somethingElse" }).success);
  });

  it("change the model: a select takes filters away, an assessment drops old code", () => {
    let model = createPanelModel({ ...initialViewState, text: "nbody" }, (state) => state as typeof initialViewState);
    model = receive(model, { type: "excerpt", hotspot: "h1", firstLine: 1, lines: ["x"] }, true);
    model = receive(model, { type: "select", hotspot: "h1" }, true);
    assert.deepEqual([model.view.view, model.view.hotspot, model.view.text], ["hotspots", "h1", ""]);
    model = receive(model, { type: "assessment", assessment: sampleAssessment(), rootLabel: "orbit", assessedAt: "" }, true);
    assert.equal(model.excerpts.size, 0);
    assert.equal(model.state.kind, "ready");
  });
});
