/**
 * The pictures of the panel in docs/images, from an assessment of a sample:
 * `node dist/cli.js assess samples/orbits --format json --output orbits.json`, then `npx tsx test/panel/support/take-pictures.ts orbits.json samples/orbits`.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ToPanel, View } from "../../../src/panel";
import { type Assessment, assessmentSchema } from "../../../src/report";
import { findBrowser } from "../../host/find-browser.mjs";
import { shippedContent } from "./panel-content";
import { bundlePanel, openPanel, startBrowser } from "./panel-page";
import type { ThemeName } from "./themes";

const folder = join("docs", "images");
const [file = "", root = ""] = process.argv.slice(2);

/** Which view in which theme at which width. */
const pictures: readonly (readonly [View, ThemeName, number])[] = [
  ["verdict", "dark", 1100],
  ["verdict", "light", 1100],
  ["verdict", "high-contrast", 1100],
  ["verdict", "light", 400],
  ["hotspots", "dark", 1100],
  ["hotspots", "light", 400],
  ["compare", "dark", 1100],
  ["compare", "light", 1100],
  ["decide", "dark", 1100],
  ["decide", "light", 400],
  ["learn", "light", 1100],
  ["learn", "high-contrast", 1100],
];

async function takeAll(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const assessment = assessmentSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const browser = await startBrowser(findBrowser()!);
  const bundle = await bundlePanel();
  for (const [view, theme, width] of pictures) {
    const { page, tell } = await openPanel(browser, bundle, { theme, width, height: width > 500 ? 1000 : 860 });
    await tell({ type: "content", content: shippedContent(), locale: "en", exports: ["html", "markdown", "json"] });
    await tell({ type: "assessment", assessment, rootLabel: basename(root), assessedAt: new Date().toISOString() });
    await tell({ type: "select", view });
    if (view === "hotspots") await tell(...firstHotspot(assessment));
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(folder, `panel-${view}-${theme}-${width}.png`) });
    await page.close();
  }
  await browser.close();
}

function firstHotspot({ hotspots }: Assessment): ToPanel[] {
  const hotspot = hotspots[0]!;
  const lines = readFileSync(join(root, hotspot.path), "utf8").split("\n");
  return [
    { type: "select", hotspot: hotspot.id },
    { type: "excerpt", hotspot: hotspot.id, firstLine: hotspot.startLine, lines: lines.slice(hotspot.startLine - 1, hotspot.endLine) },
  ];
}

void takeAll();
