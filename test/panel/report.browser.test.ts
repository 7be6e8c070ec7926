import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { buildReportTemplate } from "../../scripts/panel-bundles.mjs";
import { fillHtmlTemplate } from "../../src/report";
import { findBrowser } from "../host/find-browser.mjs";
import { shippedContent } from "./support/panel-content";
import { startBrowser } from "./support/panel-page";
import { excerptOf, sampleAssessment } from "./support/sample-assessment";
import { profiledAssessment } from "./support/sample-profile";

const executable = findBrowser();
const folder = join("test", "output", "report");

describe("the HTML report in a browser", function () {
  this.timeout(60_000);
  let browser: Browser;
  let html: string;
  let template: string;

  before(async function () {
    if (!executable) {
      console.warn("      skipped: no Chromium, Chrome or Edge was found; set BREAKEVEN_BROWSER to one");
      this.skip();
    }
    browser = await startBrowser(executable);
    const assessment = sampleAssessment();
    template = await buildReportTemplate(process.cwd());
    html = fillHtmlTemplate(template, {
      ...aboutReport(),
      assessment,
      excerpts: assessment.hotspots.slice(0, 3).map((hotspot) => ({ hotspot: hotspot.id, ...excerptOf(hotspot) })),
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "report.html"), html);
  });

  after(() => browser?.close());

  const aboutReport = () => ({
    content: shippedContent(),
    rootLabel: "</title><script>window.__broken=1</script>",
    assessedAt: "2026-05-04T10:12:00Z",
    locale: "en",
  });

  async function open(name = "report.html"): Promise<{ page: Page; problems: string[]; requests: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    const problems: string[] = [];
    const requests: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, name)).href);
    await page.locator("[role=tab]").first().waitFor();
    return { page, problems, requests };
  }

  it("shows every view from one file, asks for nothing, and runs nothing that came from the project", async () => {
    const { page, problems, requests } = await open();
    for (const name of ["Hotspots", "Compare", "Decide", "Learn", "Verdict"]) {
      await page.getByRole("tab", { name }).click();
      assert.ok((await page.locator("#view").textContent())!.length > 200, name);
    }
    await page.getByRole("tab", { name: "Hotspots" }).click();
    await page.locator(".hotspot-item").first().click();
    assert.equal(await page.locator(".line").count(), 26);
    assert.equal(await page.getByRole("button", { name: /Assess again|Export/ }).count(), 0);
    assert.equal(await page.evaluate(() => (window as unknown as { __broken?: number }).__broken), undefined);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith("file:")),
      [],
    );
    await page.close();
  });

  it("shows how a profile fits, on screen and on paper, and where its call tree is", async () => {
    writeFileSync(
      join(folder, "profile.html"),
      fillHtmlTemplate(template, { ...aboutReport(), assessment: profiledAssessment(), excerpts: [] }),
    );
    const { page, problems } = await open("profile.html");
    await page.getByRole("tab", { name: "Profile" }).click();
    const text = (await page.locator("#view").textContent())!.replace(/\s+/g, " ");
    for (const part of ["1,204 samples", "no such file in the project", "The call tree is not part of this report."]) {
      assert.ok(text.includes(part), `no ${part} in ${text}`);
    }
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    assert.ok(await page.locator(".page .profile-summary").isVisible());
    assert.deepEqual(problems, []);
    await page.close();
  });

  it("prints the verdict, the evidence of what is worth moving, the comparison and the decision", async () => {
    const { page, problems } = await open();
    const pdf = await page.pdf({
      path: join(folder, "report.pdf"),
      format: "A4",
      margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" },
    });
    assert.ok(pdf.length > 20_000);
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator(".detail").count(), 5);
    assert.ok((await page.locator("breakeven-plot svg").count()) >= 2);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await page.locator("[role=tab]").first().waitFor();
    assert.deepEqual(problems, []);
    await page.close();
  });
});

describe("fillHtmlTemplate", () => {
  const data = {
    assessment: sampleAssessment(),
    content: shippedContent(),
    rootLabel: "a <b> & c",
    assessedAt: "2026-05-04T10:12:00Z",
    locale: "en",
    excerpts: [],
  };

  it("embeds the data so that nothing in it can end the script, and reads back the same", () => {
    const filled = fillHtmlTemplate("<title>breakeven-title</title><script>/*breakeven-data*/</script>", data);
    const [, title, json] = /^<title>(.*)<\/title><script>(.*)<\/script>$/s.exec(filled)!;
    assert.equal(title, "a &lt;b&gt; &amp; c – Breakeven");
    assert.ok(!json!.includes("<"));
    assert.deepEqual(JSON.parse(json!), JSON.parse(JSON.stringify(data)));
  });

  it("refuses what is not the template", () => {
    assert.throws(() => fillHtmlTemplate("<html></html>", data), /build it again/);
  });
});
