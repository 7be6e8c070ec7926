/**
 * `npm run pictures`: the pictures of docs/images and of the walkthrough, taken from the product itself. The panel shows the assessment
 * of a sample in every view, theme and width; the pictures of the editor come from the editor tests, which it runs.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { initialViewState, type ToPanel, type View } from "../../../src/panel";
import { type Assessment, assessmentSchema } from "../../../src/report";
import { findBrowser } from "../../host/find-browser.mjs";
import { compressPng } from "./compress-png";
import { shippedContent } from "./panel-content";
import { bundlePanel, openPanel, startBrowser } from "./panel-page";
import { profiledAssessment, sampleCallTree, sampleProfile } from "./sample-profile";
import type { ThemeName } from "./themes";

const sample = join("samples", "orbits");
const docs = join("docs", "images");
const walkthrough = join("media", "walkthrough");
const screenshots = join("test", "output", "screenshots");
const themes: readonly ThemeName[] = ["light", "dark", "high-contrast"];
/** Width, and the height at which a long page is cut. */
const sizes = [
  [1100, 1500],
  [400, 1500],
] as const;
/** The one with a profile comes last: it needs an assessment that has one. */
const pages = ["verdict", "hotspots", "hotspot", "compare", "decide", "learn", "profile"] as const;

/** A program that runs so often that moving pays back: what the picture of the comparison is about. */
const servicePace = { ...initialViewState, runsPerDay: 500, secondsPerRun: 120, costPerHour: 2 };

/** The walkthrough shows a picture about 430 pixels wide: text of a wider part would be too small to read. */
const partWidth = 600;

type Bundle = Awaited<ReturnType<typeof bundlePanel>>;

async function takeAll(): Promise<void> {
  for (const folder of [docs, walkthrough]) mkdirSync(folder, { recursive: true });
  const assessment = assessSample();
  const browser = await startBrowser(findBrowser() ?? "chromium");
  const bundle = await bundlePanel();
  for (const theme of themes) {
    for (const [width, height] of sizes) await panelPictures(browser, bundle, assessment, theme, width, height);
  }
  for (const theme of ["dark", "light"] as const) await walkthroughPictures(browser, bundle, assessment, theme);
  await editorPictures(browser);
  profilePictures();
  await browser.close();
}

function assessSample(): Assessment {
  const file = join("test", "output", "sample.json");
  run(join("scripts", "assess.mjs"), sample, "--format", "json", "--output", file);
  return assessmentSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

function run(script: string, ...rest: string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...rest], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
}

async function panelPictures(
  browser: Browser,
  bundle: Bundle,
  assessment: Assessment,
  theme: ThemeName,
  width: number,
  height: number,
): Promise<void> {
  const panel = await openSample(browser, bundle, assessment, theme, width);
  for (const name of pages) {
    // Where list and detail stand side by side, the list alone shows nothing more.
    if (name === "hotspots" && width >= 900) continue;
    await panel.tell(...messagesFor(name, assessment));
    await panel.page.waitForTimeout(100);
    const full = await panel.page.evaluate(() => document.documentElement.scrollHeight);
    // What sticks to the lower edge belongs at that of the picture.
    if (name === "decide") await panel.page.setViewportSize({ width, height });
    const clip = { x: 0, y: 0, width, height: Math.min(full, height) };
    save(docs, `panel-${name}-${theme}-${width}`, await panel.page.screenshot({ fullPage: true, clip }));
    await panel.page.setViewportSize({ width, height: 900 });
  }
  await panel.page.close();
}

/** Parts of pages, at the size at which the walkthrough shows them. */
async function walkthroughPictures(browser: Browser, bundle: Bundle, assessment: Assessment, theme: "dark" | "light"): Promise<void> {
  const panel = await openSample(browser, bundle, assessment, theme, partWidth, servicePace);
  const part = async (name: string, view: View, selector: string, height: number) => {
    await panel.tell({ type: "select", view });
    await panel.page.waitForTimeout(100);
    save(walkthrough, `${name}-${theme}`, await around(panel.page, selector, height));
  };
  await part("assess", "verdict", ".page-header", 480);
  await part("verdict", "verdict", "#view > section:nth-of-type(2)", 480);
  await part("compare", "compare", ".break-even-result", 430);
  await part("share", "decide", ".page-header", 520);
  await panel.page.close();
}

async function around(page: Page, selector: string, height: number): Promise<Buffer> {
  const top = await page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
  return page.screenshot({ fullPage: true, clip: { x: 0, y: Math.max(0, top - 8), width: partWidth, height } });
}

async function openSample(browser: Browser, bundle: Bundle, assessment: Assessment, theme: ThemeName, width: number, state?: object) {
  const panel = await openPanel(browser, bundle, { theme, width, height: 900, state });
  await panel.tell({ type: "content", content: shippedContent(), locale: "en", exports: ["html", "markdown", "json"] });
  await panel.tell({ type: "assessment", assessment, rootLabel: basename(sample), assessedAt: new Date().toISOString() });
  return panel;
}

function messagesFor(name: (typeof pages)[number], { hotspots }: Assessment): ToPanel[] {
  if (name === "profile") return profileMessages();
  if (name !== "hotspot") return [{ type: "select", view: name }];
  const [hotspot] = hotspots;
  if (hotspot === undefined) throw new Error("the sample has no hotspot");
  const lines = readFileSync(join(sample, hotspot.path), "utf8").split("\n");
  return [
    { type: "select", hotspot: hotspot.id },
    { type: "excerpt", hotspot: hotspot.id, firstLine: hotspot.startLine, lines: lines.slice(hotspot.startLine - 1, hotspot.endLine) },
  ];
}

/** The tests' profile, without what only tests need: names that look like markup. */
function profileMessages(): ToPanel[] {
  const isPlain = (...texts: string[]) => texts.every((text) => !/[<>]/.test(text.replace("<module>", "")));
  const profile = {
    ...sampleProfile,
    sources: sampleProfile.sources.filter(({ file }) => isPlain(file)),
    unmapped: sampleProfile.unmapped.filter(({ frame }) => isPlain(frame)),
  };
  return [
    { type: "assessment", assessment: profiledAssessment(profile), rootLabel: "orbit", assessedAt: new Date().toISOString() },
    { type: "callTree", nodes: sampleCallTree().filter((node) => isPlain(node.name, node.path ?? "")) },
    { type: "select", view: "profile" },
  ];
}

async function editorPictures(browser: Browser): Promise<void> {
  rmSync(screenshots, { recursive: true, force: true });
  run(join("test", "editor", "run.mjs"), "--only", "node");
  for (const theme of ["dark", "light"]) {
    const picture = readFileSync(join(screenshots, `editor-and-panel-${theme}.png`));
    if (theme === "dark") save(docs, `editor-${theme}`, picture);
    save(walkthrough, `code-${theme}`, await leftPart(browser, picture, 720, 480));
  }
}

function profilePictures(): void {
  run(join("test", "editor", "run.mjs"), "--only", "profile");
  for (const theme of themes) save(docs, `profile-${theme}`, readFileSync(join(screenshots, `profile-${theme}.png`)));
}

async function leftPart(browser: Browser, picture: Buffer, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<body style="margin:0"><img src="data:image/png;base64,${picture.toString("base64")}"></body>`);
  const part = await page.screenshot();
  await page.close();
  return part;
}

function save(folder: string, name: string, picture: Buffer): void {
  writeFileSync(join(folder, `${name}.png`), compressPng(picture));
}

void takeAll();
