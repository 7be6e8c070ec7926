import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { type ToHost, type ToPanel, toHostSchema } from "../../src/panel";
import type { CallFrame } from "../../src/panel/model/flame";
import { findBrowser } from "../host/find-browser.mjs";
import { shippedContent } from "./support/panel-content";
import { bundlePanel, openPanel, type PageOptions, type PanelPage, startBrowser } from "./support/panel-page";
import { sampleAssessment } from "./support/sample-assessment";
import { largeCallTree, profiledAssessment, sampleCallTree, sampleProfile } from "./support/sample-profile";
import { type ThemeName, themes } from "./support/themes";

const axeSource = readFileSync(createRequire(`${process.cwd()}/`).resolve("axe-core/axe.min.js"), "utf8");
const executable = findBrowser();

describe("the profile in the panel", function () {
  this.timeout(60_000);
  let browser: Browser;
  let bundle: { script: string; style: string };
  const content: ToPanel = { type: "content", content: shippedContent(), locale: "en", exports: [] };
  const assessed = (assessment = profiledAssessment()): ToPanel => ({ type: "assessment", assessment, rootLabel: "orbit", assessedAt: "" });
  const tree = (nodes: CallFrame[] = sampleCallTree()): ToPanel => ({ type: "callTree", nodes });

  before(async function () {
    if (!executable) {
      console.warn("      skipped: no Chromium, Chrome or Edge was found; set BREAKEVEN_BROWSER to one");
      this.skip();
    }
    browser = await startBrowser(executable);
    bundle = await bundlePanel();
  });

  after(() => browser?.close());

  async function open(options: PageOptions, ...messages: ToPanel[]): Promise<PanelPage> {
    const panel = await openPanel(browser, bundle, options);
    await panel.tell(content, assessed(), { type: "select", view: "profile" }, ...messages);
    return panel;
  }

  const box = (panel: PanelPage, name: string) => panel.page.locator(".flame-box", { hasText: name }).first();
  const boxes = (panel: PanelPage) => panel.page.locator(".flame-box").count();
  const viewText = async (panel: PanelPage) => (await panel.page.locator("#view").textContent())!.replace(/\s+/g, " ");
  const opened = async (panel: PanelPage) => (await panel.sent()).filter((it) => it.type === "openLocation").at(-1);
  const asked = async (panel: PanelPage) => (await panel.sent()).filter((it: ToHost) => it.type === "requestCallTree").length;

  it("says where the profile comes from, how it fits and what does not", async () => {
    const panel = await open({ width: 1100 }, tree());
    const text = await viewText(panel);
    for (const expected of [
      "orbits.txt py-spy, 1,204 samples, CPU time, weight 2",
      "cProfile, every call traced, which makes small functions look larger than they are, wall time, weight 1",
      "of the CPU time is in functions of this project82%",
      "of what looks like its own code was found97%",
      "rank correlation 0.714 of 5",
      "own Python 70%, native code 20%, Python of libraries 10%.",
      "2 lines were cut off",
      "no such file in the project",
      "numpy 8%",
    ]) {
      assert.ok(text.includes(expected), `no ${expected} in ${text}`);
    }
    await panel.tell(assessed(profiledAssessment({ ...sampleProfile, ranks: false })));
    assert.match(await viewText(panel), /it does not rank/);
    await panel.page.close();
  });

  it("asks for the call tree once for each assessment, when it is looked at", async () => {
    const panel = await openPanel(browser, bundle, {});
    await panel.tell(content, assessed());
    assert.equal(await asked(panel), 0);
    await panel.page.getByRole("tab", { name: "Profile" }).click();
    assert.match(await viewText(panel), /Reading the call tree/);
    await panel.tell(tree());
    assert.equal(await asked(panel), 1);
    await panel.tell(assessed());
    assert.equal(await asked(panel), 2);
    assert.ok(await box(panel, "relax").isVisible(), "the last tree stays until the next one");
    await panel.tell(tree([]));
    assert.match(await viewText(panel), /no call tree/);
    await panel.tell(assessed(sampleAssessment()));
    assert.equal(await panel.page.getByRole("tab", { name: "Profile" }).count(), 0, "cleared");
    assert.equal(await panel.page.getByRole("tab", { selected: true }).textContent(), "Verdict");
    await panel.page.close();
  });

  it("zooms with a click, and back by the callers", async () => {
    const panel = await open({ width: 1100 }, tree());
    assert.equal(await boxes(panel), 8, "all but the one that is narrower than a pixel");
    await box(panel, "Simulation.advance").click();
    assert.equal(await boxes(panel), 3);
    const [first, width] = await panel.page.evaluate(() => [
      document.querySelector<HTMLElement>(".flame-box")!.offsetWidth,
      document.querySelector<HTMLElement>(".flame")!.offsetWidth,
    ]);
    assert.ok(width! - first! <= 2, `${first} of ${width} px`);
    await panel.page.locator(".breadcrumb").getByRole("button", { name: "whole profile" }).click();
    assert.equal(await boxes(panel), 8);
    await panel.page.close();
  });

  it("opens own code with a click where there is nothing nearer, and with Ctrl anywhere", async () => {
    const panel = await open({ width: 1100 }, tree());
    await box(panel, "Simulation.advance").click();
    assert.equal(await opened(panel), undefined);
    await box(panel, "Simulation.advance").click();
    assert.deepEqual(await opened(panel), { type: "openLocation", path: "orbit/simulation/nbody.py", line: 88 });
    await box(panel, "relax").click({ modifiers: ["ControlOrMeta"] });
    assert.deepEqual(await opened(panel), { type: "openLocation", path: "orbit/simulation/grid.py", line: 30 });
    await box(panel, "dot").click();
    assert.deepEqual(
      (await opened(panel))!,
      { type: "openLocation", path: "orbit/simulation/grid.py", line: 30 },
      "native code has no file",
    );
    for (const message of await panel.sent()) toHostSchema.parse(message);
    await panel.page.close();
  });

  it("is walked, zoomed and opened with the keyboard", async () => {
    const panel = await open({ width: 1100 }, tree());
    const { keyboard } = panel.page;
    await panel.page.locator(".flame-box[tabindex='0']").focus();
    const focused = () => panel.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    const press = async (...keys: string[]) => {
      for (const key of keys) {
        await keyboard.press(key);
        await panel.tell();
      }
    };
    await press("ArrowDown", "ArrowDown", "ArrowRight");
    assert.equal(await focused(), "load 30%, own code");
    assert.equal(await panel.page.locator(".flame-box[tabindex='0']").count(), 1);
    await press("Enter");
    assert.deepEqual(await opened(panel), { type: "openLocation", path: "orbit/io/ephemeris.py", line: 12 });
    await press(" ");
    assert.equal(await boxes(panel), 3);
    assert.equal(await focused(), "load 30%, own code");
    await press("Escape");
    assert.equal(await focused(), "module level 100%, own code");
    await press("ArrowUp");
    assert.equal(await focused(), "whole profile 100%, all time");
    await panel.page.close();
  });

  it("finds functions and files, and goes to the next match", async () => {
    const panel = await open({ width: 1100 }, tree());
    const field = panel.page.locator("vscode-textfield input");
    await field.fill("simulation");
    assert.match(await viewText(panel), /2 matches, 60% of the time/);
    assert.equal(await panel.page.locator(".flame-match").count(), 2);
    await field.press("Enter");
    assert.equal(await panel.page.locator(".breadcrumb [aria-current]").textContent(), "Simulation.advance");
    await panel.page.getByRole("button", { name: "Zoom to the next match" }).click();
    assert.equal(await panel.page.locator(".breadcrumb [aria-current]").textContent(), "relax");
    await field.fill("nowhere");
    assert.match(await viewText(panel), /No match/);
    await panel.page.close();
  });

  it("tells of the frame under the pointer or the keyboard", async () => {
    const panel = await open({ width: 1100 }, tree());
    const details = async () => (await panel.page.locator(".flame-details").textContent())!.replace(/\s+/g, " ").trim();
    await box(panel, "reader").hover();
    await panel.tell();
    assert.equal(await details(), "reader /opt/python/lib/csv.py 10% with callees · 10% by itself · library");
    await panel.page.locator("h2").first().hover();
    await panel.tell();
    assert.match(await details(), /^whole profile/);
    await box(panel, "relax").focus();
    await panel.tell();
    assert.match(await details(), /^relax orbit\/simulation\/grid.py:30 25% with callees · 5% by itself · own code/);
    await panel.page.locator(".flame-details .link").click();
    assert.deepEqual(await opened(panel), { type: "openLocation", path: "orbit/simulation/grid.py", line: 30 });
    await panel.page.close();
  });

  it("shows the same as a table", async () => {
    const panel = await open({ width: 1100 }, tree());
    await panel.page.getByRole("button", { name: "As table" }).click();
    const cells = await panel.page.getByRole("row", { name: "relax" }).locator("th, td").allTextContents();
    assert.deepEqual(
      cells.map((cell) => cell.replace(/\s+/g, " ").trim()),
      ["Level 4: relax", "25%", "5%", "own code", "orbit/simulation/grid.py:30"],
    );
    await panel.page.getByRole("button", { name: "orbit/simulation/grid.py:30" }).click();
    assert.deepEqual(await opened(panel), { type: "openLocation", path: "orbit/simulation/grid.py", line: 30 });
    await panel.page.locator("vscode-textfield input").fill("relax");
    assert.match((await panel.page.locator("tr.marked").textContent())!, /relax/);
    await panel.page.getByRole("button", { name: "load" }).click();
    assert.equal(await panel.page.locator(".flame-table tbody tr").count(), 3);
    await panel.page.close();
  });

  it("keeps the zoom when the same program is measured again", async () => {
    const panel = await open({ width: 1100 }, tree());
    await box(panel, "load").click();
    await panel.tell(assessed(), tree(sampleCallTree().map((frame) => ({ ...frame, share: frame.share * 0.9 }))));
    assert.equal(await panel.page.locator(".breadcrumb [aria-current]").textContent(), "load");
    await panel.page.close();
  });

  it("takes names from a profile as text only", async () => {
    const panel = await open({ width: 1100 }, tree());
    await box(panel, "<img").hover();
    await panel.page.locator("details summary").first().click();
    await panel.page.getByRole("button", { name: "As table" }).click();
    assert.match(await viewText(panel), /<img src=x onerror="window.__broken=1">/);
    assert.equal(await panel.page.evaluate(() => (window as unknown as { __broken?: number }).__broken), undefined);
    assert.equal(await panel.page.locator("img, script:not([nonce])").count(), 0);
    assert.deepEqual(panel.problems, []);
    await panel.page.close();
  });

  it("draws what the width holds of ten thousand calls", async () => {
    const panel = await open({ width: 1400 }, tree(largeCallTree(10_000)));
    assert.ok((await boxes(panel)) < 2_500, `${await boxes(panel)} boxes`);
    await panel.page.locator(".flame-box").nth(40).click();
    assert.ok((await boxes(panel)) > 10);
    await panel.page.close();
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`has no accessibility violation and fits 400 px (${theme})`, async () => {
      const panel = await open({ theme, width: 400 }, tree());
      await panel.page.evaluate(axeSource);
      const checks: [string, () => Promise<unknown>][] = [
        ["picture", async () => undefined],
        ["search", () => panel.page.locator("vscode-textfield input").fill("simulation")],
        ["zoom", () => box(panel, "Simulation.advance").click()],
        ["table", () => panel.page.getByRole("button", { name: "As table" }).click()],
        ["does not rank", () => panel.tell(assessed(profiledAssessment({ ...sampleProfile, ranks: false })))],
        ["no tree", () => panel.tell(tree([]))],
      ];
      for (const [name, act] of checks) {
        await act();
        await panel.tell();
        assert.deepEqual(await violations(panel), [], name);
        const wide = await panel.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(wide, 0, name);
      }
      assert.deepEqual(panel.problems, []);
      await panel.page.close();
    });
  }

  async function violations(panel: PanelPage): Promise<string[]> {
    return panel.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
      };
      const result = await axe.run();
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`),
      );
    });
  }
});
