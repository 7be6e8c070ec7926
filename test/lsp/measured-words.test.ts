import assert from "node:assert/strict";
import { viewFiles } from "../../src/lsp/file-view";
import { hoverMarkdown, webLinks } from "../../src/lsp/hover-markdown";
import { shareText, totalText } from "../../src/lsp/words";
import type { Hotspot } from "../../src/report";
import { sampleAssessment } from "../panel/support/sample-assessment";

const sample = sampleAssessment();
const [hottest, second] = sample.hotspots as [Hotspot, Hotspot];
const measured = { share: 0.3, total: 0.84, source: "py-spy (run.txt)", samples: 240, lines: [] };

describe("measured time in words", () => {
  it("never looks like an estimate, and an estimate never like a measurement", () => {
    assert.match(shareText({ ...hottest, measured }), /^30 % of CPU \(measured\)$/);
    assert.match(shareText({ ...hottest, heat: 0.12, measured: undefined }), /^12 % of CPU \(estimated\)$/);
    assert.equal(totalText(0.3, 0.84, false), "30 % of CPU, 84 % with callees (measured)");
    assert.equal(totalText(0.3, 0.302, false), "30 % of CPU (measured)");
  });

  it("says when the text was edited since", () => {
    assert.match(shareText({ ...hottest, measured: { ...measured, isStale: true } }), /\(measured before the last edits\)/);
    assert.match(
      hoverMarkdown({ ...hottest, measured: { ...measured, isStale: true } }, hottest.startLine, webLinks),
      /edited since the recording: lines may be off/,
    );
  });

  it("counts the libraries that are called where the advice replaces their work", () => {
    assert.equal(second.advice[0]?.target, "polars");
    const text = shareText({ ...second, measured: { ...measured, share: 0.01, withLibraries: 0.2 } });
    assert.equal(text, "20 % of CPU with the libraries it calls (measured)");
  });

  it("shows both beside each other in a hover", () => {
    const text = hoverMarkdown({ ...hottest, heat: 0.12, measured }, hottest.startLine, webLinks);
    assert.match(text, /takes 30 % of CPU, 84 % with callees \(measured\)/);
    assert.match(text, /Measured by py-spy \(run\.txt\), 240 samples\./);
    assert.match(text, /\(this split is estimated\)/);
    assert.match(text, /Estimated from source alone: 12 % of CPU\./);
  });

  it("gives no hint where the profile has seen no time, however hot it was estimated to be", () => {
    const zero = { share: 0, total: 0, source: "py-spy (run.txt)", samples: 0, lines: [] };
    const hotspots = sample.hotspots.map((hotspot, index) => ({ ...hotspot, measured: index === 0 ? measured : zero }));
    for (const minimumShare of [0, 0.01]) {
      const views = [...viewFiles({ ...sample, hotspots, findings: [] }, minimumShare).values()];
      assert.deepEqual(
        views.flatMap((view) => view.hotspots.map(({ id }) => id)),
        [hottest.id],
      );
    }
  });
});
