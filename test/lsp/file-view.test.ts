import assert from "node:assert/strict";
import { viewFiles } from "../../src/lsp/file-view";
import { hoverMarkdown, webLinks } from "../../src/lsp/hover-markdown";
import { adviceText, effortText } from "../../src/lsp/words";
import { type Assessment, type Finding, type Hotspot, type HotspotAdvice, percent, speedupRange } from "../../src/report";

const advice: HotspotAdvice = {
  rule: "numeric-loop-nest",
  code: "BE602",
  target: "pyo3",
  confidence: "medium",
  message: "Move the loop",
  speedup: { low: 12, mid: 20, high: 40, basis: "a measurement" },
  wholeProgram: { low: 1, mid: 1.3, high: 1.8 },
  effort: { lowHours: 4, highHours: 8 },
  blockers: [],
  evidence: [],
  sources: [],
  alternatives: [],
  startLine: 5,
  endLine: 9,
};

const hotspot: Hotspot = {
  id: "a",
  rank: 1,
  path: "hot.py",
  qualname: "work",
  startLine: 4,
  endLine: 10,
  heat: 0.4,
  mix: { python: 0.9, native: 0.1, io: 0 },
  loops: [],
  callers: [],
  frequency: 1,
  advice: [advice],
};

const finding: Finding = {
  rule: "numeric-loop-nest",
  code: "BE602",
  target: "pyo3",
  path: "hot.py",
  startLine: 5,
  startColumn: 4,
  endLine: 9,
  endColumn: 12,
  message: "A loop over numbers.",
  hotspot: "a",
};

function hintsOf(hotspots: Hotspot[], findings: Finding[], minimumShare = 0.01) {
  const assessment = { hotspots, findings } as unknown as Assessment;
  return viewFiles(assessment, minimumShare).get("hot.py")?.hints ?? [];
}

describe("what a file shows", () => {
  it("is one hint for a finding, on its first line, with gain, effort and share", () => {
    const [hint, ...others] = hintsOf([hotspot], [finding]);
    assert.equal(others.length, 0);
    assert.equal(hint?.message, "A loop over numbers. 12-40x here, about 6 h. 40 % of CPU (estimated).");
    assert.deepEqual([hint?.startLine, hint?.startColumn, hint?.endLine, hint?.endColumn], [5, 4, 5, undefined]);
  });

  it("is a hint for the best advice where no finding says it", () => {
    assert.deepEqual(
      hintsOf([hotspot], []).map(({ startLine, rule }) => [startLine, rule]),
      [[5, "numeric-loop-nest"]],
    );
  });

  it("is nothing where nothing pays or nothing takes time", () => {
    const keep = { ...hotspot, advice: [{ ...advice, target: "keep" as const }] };
    assert.deepEqual(hintsOf([keep], [{ ...finding, target: "keep" }]), []);
    assert.deepEqual(hintsOf([hotspot], [finding], 0.5), []);
  });

  it("says when a share was measured", () => {
    const [hint] = hintsOf([{ ...hotspot, measured: { share: 0.6, total: 0.6, source: "py-spy", lines: [] } }], [finding]);
    assert.match(hint?.message ?? "", /60 % of CPU \(measured\)/);
  });
});

describe("a hover", () => {
  it("shows names and messages of the project literally", () => {
    const evil = { ...hotspot, qualname: "a`b", advice: [{ ...advice, message: "<img src=x> [x](command:evil) **b**\n# h" }] };
    const text = hoverMarkdown(evil, 5, webLinks);
    assert.ok(text.includes("``a`b``"), text);
    assert.ok(text.includes("&lt;img src=x&gt; \\[x\\](command:evil) \\*\\*b\\*\\*\\\\x0a\\# h"), text);
  });
});

describe("words about figures", () => {
  it("round to what a reader can use", () => {
    assert.deepEqual([0, 0.0004, 0.0123, 0.0996, 0.97].map(percent), ["0 %", "<0.1 %", "1.2 %", "10 %", "97 %"]);
    assert.deepEqual([speedupRange({ low: 1.25, high: 3 }), speedupRange({ low: 12, high: 12.4 })], ["1.3-3x", "12x"]);
    const efforts = [
      [0, 0.1],
      [0.25, 0.5],
      [4, 8],
      [20, 40],
    ].map(([lowHours, highHours]) => effortText({ lowHours: lowHours as number, highHours: highHours as number }));
    assert.deepEqual(efforts, ["about 5 min", "about 25 min", "about 6 h", "about 30 h"]);
    assert.equal(adviceText(advice), "12-40x in Rust · about 6 h");
    assert.equal(adviceText({ ...advice, target: "numpy" }), "12-40x with NumPy · about 6 h");
    assert.equal(adviceText({ ...advice, target: "keep" }), "best left in Python");
  });
});
