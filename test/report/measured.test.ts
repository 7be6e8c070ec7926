import assert from "node:assert/strict";
import stringWidth from "string-width";
import { type Assessment, type AssessmentProfile, assessmentSchema, renderAssessment, type TextFormat } from "../../src/report";
import { sampleAssessment } from "../panel/support/sample-assessment";
import { loadProjectKnowledge } from "../support/knowledge";

const rules = [...loadProjectKnowledge().rules.values()];
const render = (assessment: Assessment, format: TextFormat, width = 120) =>
  renderAssessment(assessment, format, { rules, terminal: { width, color: false, unicode: true } });

const profile: AssessmentProfile = {
  sources: [
    { file: "run.txt", format: "collapsed", tool: "py-spy", clock: "cpu", isDeterministic: false, samples: 6490, weight: 1 },
    { file: "old.pstats", format: "pstats", tool: "cProfile", clock: "wall", isDeterministic: true, samples: 0, weight: 3 },
  ],
  ranks: true,
  samples: 6490,
  mappedShare: 0.7,
  ownMappedShare: 0.97,
  mix: { python: 0.6, native: 0.1, library: 0.3, waiting: 0 },
  libraries: [{ name: "json", share: 0.3 }],
  agreement: { common: 6, of: 10, correlation: 0.516 },
  unmapped: [{ frame: "gone (app.py)", share: 0.03, reason: "app.py has no function of this name" }],
  warnings: ["run.txt: line 3 was cut short"],
};

const unseen = { share: 0, total: 0, source: "py-spy (run.txt)", samples: 0, lines: [] };
const measured = (change: Partial<AssessmentProfile> = {}): Assessment => {
  const sample = sampleAssessment();
  const hotspots = sample.hotspots.map((hotspot) => ({ ...hotspot, measured: hotspot.measured ?? unseen }));
  return { ...sample, hotspots, profile: { ...profile, ...change } };
};

describe("measured and estimated in reports", () => {
  it("the sample is an assessment", () => {
    assert.ok(assessmentSchema.safeParse(measured()).success);
  });

  it("terminal: measured shares with their total, estimates marked as such, what was imported and how it fits", () => {
    const text = render(measured(), "terminal", 160);
    assert.match(text, /Hotspots \(share of CPU measured; total with callees\)/);
    assert.match(text, /^1 +44 % +44 % +Rust/m);
    assert.match(text, /^2 +0 % \(est\. 17 %\) +0 % +Polars/m);
    assert.match(text, /Where the time goes \(measured\)/);
    assert.match(text, /run\.txt: py-spy, 6,490 samples, CPU time; counts 1 of 4\./);
    assert.match(text, /old\.pstats: cProfile, every call traced, which makes small functions look larger/);
    assert.match(text, /70 % of the CPU time is in functions of this project; 97 % of what looks like its own code was found\./);
    assert.match(text, /would have named 6 of the 10 hottest functions, rank correlation 0\.52\./);
    assert.match(text, /Not found: gone \(app\.py\), 3 %: app\.py has no function of this name\./);
    assert.match(text, /run\.txt: line 3 was cut short\./);
  });

  it("terminal: fits its width", () => {
    for (const width of [60, 80, 160]) {
      for (const line of render(measured(), "terminal", width).split("\n")) assert.ok(stringWidth(line) <= width, line);
    }
  });

  it("a profile that does not fit is told, and all stays estimated", () => {
    const sample = measured({ ranks: false, ownMappedShare: 0.1 });
    const text = render({ ...sample, hotspots: sample.hotspots.map((it) => ({ ...it, measured: undefined })) }, "terminal", 160);
    assert.match(text, /It does not rank, because too little fits/);
    assert.match(text, /Hotspots \(share of CPU estimated\)/);
    assert.doesNotMatch(text, /measured\)/);
  });

  it("Markdown: the same in its table", () => {
    const text = render(measured(), "markdown");
    assert.match(text, /\| # \| CPU \(measured\) \| Total \(measured\) \| Where/);
    assert.match(text, /\| 2 \| 0 % \(est\. 17 %\) \| 0 % \|/);
    assert.match(text, /## Profile\n\n\* run\.txt: py-spy/);
    assert.match(render(sampleAssessment(), "markdown"), /CPU \(estimated\)/);
  });

  it("SARIF: each result says which of the two its share is, and what has no measured time is none", () => {
    type Log = { runs: { results: { message: { text: string }; properties?: Record<string, unknown> }[] }[] };
    const results = (assessment: Assessment) => (JSON.parse(render(assessment, "sarif")) as Log).runs[0]?.results ?? [];
    const [first] = results(measured());
    assert.equal(first?.properties?.["shareBasis"], "measured");
    assert.match(first?.message.text ?? "", /44 % of CPU \(measured\)/);
    assert.ok(results(measured()).length < results(sampleAssessment()).length);
    const second = results(sampleAssessment())[1];
    assert.equal(second?.properties?.["shareBasis"], "estimated");
    assert.match(second?.message.text ?? "", /17 % of CPU \(estimated\)/);
  });
});
