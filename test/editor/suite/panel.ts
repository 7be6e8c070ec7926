/** The panel in the editor: every view, filter and slider, the ways between it and the code, reloads, themes, size and hostile names. */
import * as vscode from "vscode";
import { filterHotspots } from "../../../src/panel/model/filter-hotspots";
import { initialViewState, type ViewState } from "../../../src/panel/view-state";
import type { Assessment } from "../../../src/report";
import * as assert from "./assert";
import { panelAcrossTests } from "./panel-across";
import { runSuite } from "./run-suite";
import { activate, closeAll, eventually, openFile, panelShows, ui } from "./support";

export const run = () =>
  runSuite(() => {
    describe("the panel", () => {
      let assessment: Assessment;

      before(async () => {
        const { assessments } = await activate();
        await openFile("hot.py");
        await vscode.commands.executeCommand("breakeven.assess");
        const folder = (vscode.workspace.workspaceFolders ?? [])[0]?.uri.toString() ?? "";
        assessment = await eventually("the assessment", () => assessments.snapshot(folder)?.assessment);
        await panelShows(assessment.verdict.summary);
      });
      after(closeAll);

      it("shows each view, with the numbers of the assessment", async () => {
        const { verdict, project, hotspots } = assessment;
        const expected = {
          verdict: [verdict.summary, ...verdict.evidence, project.files.toLocaleString("en"), "What matters most here?"],
          hotspots: [`${hotspots.length.toLocaleString("en")} of ${hotspots.length.toLocaleString("en")} hotspots`, "hot_energy"],
          compare: ["Speedup ranges", "When does it pay back?", "Others who did this"],
          decide: ["Question 4 of 4", "Where this leads", verdict.summary],
          learn: ["Where Python wins", "Where Rust wins", "Glossary", "Sources"],
        };
        assert.deepEqual(await ui({ action: "panelTexts", selector: "[role=tab]" }), Object.keys(expected).map(capitalised));
        for (const [view, parts] of Object.entries(expected)) {
          await show(view);
          const text = await viewText();
          for (const part of parts) assert.ok(text.includes(part), `${view}: no ${part}`);
        }
        for (const { id, evidence } of verdict.constraints ?? []) {
          await show("verdict");
          for (const line of evidence) assert.ok((await viewText()).includes(line), `${id}: no ${line}`);
        }
      });

      it("lists two thousand hotspots and draws those in sight", async () => {
        assert.ok(assessment.hotspots.length > 2_000, `${assessment.hotspots.length} hotspots`);
        await show("hotspots");
        assert.ok((await ui<number>({ action: "panelCount", selector: ".hotspot-item" })) < 60);
        await ui({ action: "panelPress", selector: ".hotspot-item[tabindex='0']", keys: "End" });
        const last = String(assessment.hotspots.length - 1);
        await eventually("the last row", async () => (await evaluate<string>("document.activeElement?.dataset?.index")) === last);
        await ui({ action: "panelPress", selector: `[data-index='${last}']`, keys: "Home" });
      });

      it("filters by each filter as the assessment says", async () => {
        await show("hotspots");
        const filters: readonly [Partial<ViewState>, () => Promise<unknown>][] = [
          [{ text: "hot_en" }, () => ui({ action: "panelFill", selector: "vscode-textfield input", value: "hot_en" })],
          [{ target: "keep" }, () => ui({ action: "panelSelect", selector: "#filter-target", value: "keep" })],
          [{ confidence: "high" }, () => ui({ action: "panelSelect", selector: "#filter-confidence", value: "high" })],
          [{ folder: "many" }, () => ui({ action: "panelSelect", selector: "#filter-folder", value: "many" })],
          [{ worthOnly: true }, () => ui({ action: "panelClick", selector: "vscode-checkbox" })],
        ];
        for (const [change, apply] of filters) {
          await apply();
          const count = filterHotspots(assessment.hotspots, { ...initialViewState, ...change }).length;
          assert.ok(count < assessment.hotspots.length, `${JSON.stringify(change)} filters nothing`);
          await eventually(`${count} hotspots`, async () => (await viewText()).includes(`${count.toLocaleString("en")} of `));
          await ui({ action: "panelClick", selector: 'button:has-text("Clear filters")' });
        }
      });

      it("moves the leaning with each weight", async () => {
        await show("verdict");
        await changesWith(".leanings", [
          ["#weight-developer-time", "10"],
          ["#weight-run-time", "0"],
          ["#weight-reliability", "10"],
        ]);
        await ui({ action: "panelClick", selector: 'button:has-text("Back to the proposal")' });
      });

      it("moves the break-even with each slider", async () => {
        await show("compare");
        await ui({ action: "panelSelect", selector: "#break-even-option", value: "pyo3" });
        await changesWith(".break-even-result", [
          ["#runs-per-day", "3"],
          ["#seconds-per-run", "2"],
          ["#cost-per-hour", "1"],
          ["#developer-cost", "120"],
          ["#experience", "0"],
          ["#upkeep", "3"],
        ]);
        assert.ok((await ui<number>({ action: "panelCount", selector: ".break-even-result svg" })) > 0);
      });

      it("runs and loads nothing that came from the project", async () => {
        await show("hotspots");
        await ui({ action: "panelFill", selector: "vscode-textfield input", value: "odd" });
        for (const row of [0, 1]) {
          await ui({ action: "panelClick", selector: `.hotspot-item >> nth=${row}` });
          await eventually("the docstring", async () =>
            (await ui<string>({ action: "panelText", selector: ".hotspots-detail" })).includes("command:workbench.action.quit"),
          );
          await back();
        }
        assert.ok((await viewText()).includes("<img src=x onerror=window.__broken=1>.py"));
        assert.equal(await evaluate("document.images.length"), 0);
        assert.equal(await evaluate("typeof window.__broken"), "undefined");
        await ui({ action: "panelClick", selector: 'button:has-text("Clear filters")' });
      });

      panelAcrossTests(() => assessment);
    });
  });

export async function show(view: string): Promise<void> {
  await ui({ action: "panelClick", selector: `#tab-${view}` });
}

export function viewText(): Promise<string> {
  return evaluate<string>("document.querySelector('#view').textContent.replace(/\\s+/g, ' ')");
}

export function evaluate<Value>(expression: string): Promise<Value> {
  return ui<Value>({ action: "panelEvaluate", expression });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Where list and detail do not fit side by side, the list is one step back. */
async function back(): Promise<void> {
  const isNarrow = await evaluate<boolean>("document.querySelector('.only-narrow')?.checkVisibility() === true");
  if (isNarrow) await ui({ action: "panelClick", selector: ".only-narrow" });
}

async function changesWith(selector: string, inputs: readonly (readonly [string, string])[]): Promise<void> {
  const read = () => ui<string>({ action: "panelText", selector });
  let before = await read();
  for (const [input, value] of inputs) {
    await ui({ action: "panelFill", selector: input, value });
    before = await eventually(`a change by ${input}`, async () => {
      const now = await read();
      return now !== before && now;
    });
  }
}
