/** Pictures of every view for looking at: `npx tsx test/panel/support/take-screenshots.ts [folder] [theme...]`. */

import { mkdirSync } from "node:fs";
import { type View, viewSchema } from "../../../src/panel";
import { findBrowser } from "../../host/find-browser.mjs";
import { shippedContent } from "./panel-content";
import { bundlePanel, openPanel, startBrowser } from "./panel-page";
import { excerptOf, nothingToMove, sampleAssessment } from "./sample-assessment";
import type { ThemeName } from "./themes";

const [folder = "test/output/panel", ...rest] = process.argv.slice(2);
const only = rest.filter((it) => !/^\d+$/.test(it));
const widths = rest.filter((it) => /^\d+$/.test(it)).map(Number);

async function takeAll(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await startBrowser(findBrowser() ?? "chromium");
  const bundle = await bundlePanel();
  const content = shippedContent();
  const locale = process.env["LOCALE"] ?? "en";
  const themes = only.length > 0 ? only : ["light", "dark", "high-contrast"];
  for (const theme of themes as ThemeName[]) {
    for (const width of widths.length > 0 ? widths : [400, 900, 1600]) {
      const panel = await openPanel(browser, bundle, { theme, width });
      const { page, tell } = panel;
      await tell({ type: "content", content, locale, exports: ["html", "markdown", "json"] });
      const assessment = sampleAssessment();
      const shoot = async (name: string) => {
        await page.waitForTimeout(60);
        await page.screenshot({ path: `${folder}/${name}-${theme}-${width}.png`, fullPage: true });
      };
      await tell({ type: "state", state: { kind: "empty", reason: "not-assessed" } });
      await shoot("empty");
      await tell({ type: "state", state: { kind: "loading", message: "Reading orbit/simulation/nbody.py", done: 61, total: 148 } });
      await shoot("loading");
      await tell({
        type: "state",
        state: {
          kind: "error",
          message: 'pyproject.toml:14: limit must be a whole number, not "many".',
          remedy: "Correct the setting or remove the line.",
          path: "pyproject.toml",
        },
      });
      await shoot("error");
      await tell({ type: "assessment", assessment: nothingToMove(), rootLabel: "orbit", assessedAt: "2026-05-04T10:12:00Z" });
      await shoot("nothing");
      await tell({ type: "assessment", assessment, rootLabel: "orbit", assessedAt: "2026-05-04T10:12:00Z" });
      await tell({ type: "stale", paths: ["orbit/simulation/nbody.py"] });
      for (const view of viewSchema.options as View[]) {
        await tell({ type: "select", view });
        await shoot(view);
      }
      await tell({ type: "select", hotspot: "h0" });
      await tell({ type: "excerpt", hotspot: "h0", ...excerptOf(assessment.hotspots[0]!) });
      await shoot("hotspot");
      if (panel.problems.length > 0) console.error(theme, width, [...new Set(panel.problems)]);
      await page.close();
    }
  }
  await browser.close();
}

void takeAll();
