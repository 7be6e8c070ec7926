/**
 * What the tests inside VS Code reach outside: a place for their results, and a hand on the window (Playwright over the debugging
 * port of the browser or of desktop VS Code), because an extension can neither see nor click what the workbench draws.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Starts on a free port; `onResult` gets each result that a suite sends. */
export async function startDriver({ screenshots, onResult }) {
  let port;
  let browser;

  const window = async () => {
    browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((candidate) => /^(http|vscode-file)/.test(candidate.url()));
    if (page === undefined) throw new Error("no window of the editor found");
    return page;
  };

  /** The frame of the panel among the webviews that are open. */
  const panel = async () => {
    const page = await window();
    for (let attempt = 0; attempt < 100; attempt++) {
      for (const frame of page.frames()) {
        if (
          (await frame
            .locator("breakeven-panel")
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      }
      await page.waitForTimeout(100);
    }
    throw new Error("the panel is not in the window");
  };

  const actions = {
    async screenshot({ name }) {
      const page = await window();
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
    text: async ({ selector }) => (await window()).locator(selector).first().textContent({ timeout: 10_000 }),
    count: async ({ selector }) => (await window()).locator(selector).count(),
    click: async ({ selector }) => (await window()).locator(selector).first().click({ timeout: 10_000 }),
    attribute: async ({ selector, name }) => (await window()).locator(selector).first().getAttribute(name, { timeout: 10_000 }),
    fill: async ({ selector, value }) => (await window()).locator(selector).first().fill(value, { timeout: 10_000 }),
    value: async ({ selector }) => (await window()).locator(selector).first().inputValue({ timeout: 10_000 }),
    evaluate: async ({ expression }) => (await window()).evaluate(expression),
    press: async ({ keys }) => (await window()).keyboard.press(keys),
    panelText: async ({ selector }) => (await panel()).locator(selector).first().textContent({ timeout: 10_000 }),
    panelCount: async ({ selector }) => (await panel()).locator(selector).count(),
    panelClick: async ({ selector }) => (await panel()).locator(selector).first().click({ timeout: 10_000 }),
    panelTexts: async ({ selector }) => (await panel()).locator(selector).allTextContents(),
    panelFill: async ({ selector, value }) => (await panel()).locator(selector).first().fill(value, { timeout: 10_000 }),
    panelSelect: async ({ selector, value }) => (await panel()).locator(selector).first().selectOption(value, { timeout: 10_000 }),
    panelPress: async ({ selector, keys }) => (await panel()).locator(selector).first().press(keys, { timeout: 10_000 }),
    panelEvaluate: async ({ expression }) => (await panel()).evaluate(expression),
    clickRight: async ({ selector }) => (await window()).locator(selector).first().click({ button: "right", timeout: 10_000 }),
    /** Accessibility violations in the panel, as lines of text. */
    async panelAxe() {
      const frame = await panel();
      await frame.evaluate(axeSource);
      return frame.evaluate(async () => {
        const { violations } = await globalThis.axe.run();
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
      });
    },
  };

  const server = createServer(async (request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Allow-Private-Network", "true");
    const answer = (status, value) => response.writeHead(status).end(JSON.stringify(value ?? null));
    if (request.method === "OPTIONS") return answer(204);
    try {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = JSON.parse(Buffer.concat(chunks).toString() || "{}");
      if (request.url === "/result") answer(200, onResult(body));
      else answer(200, await actions[body.action](body));
    } catch (error) {
      answer(500, { error: error instanceof Error ? error.message : String(error) });
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** The debugging port of the window that the next actions are for. */
    async attach(next) {
      await browser?.close().catch(() => undefined);
      browser = undefined;
      port = next;
    },
    async stop() {
      await browser?.close().catch(() => undefined);
      server.closeAllConnections();
      server.close();
    },
  };
}
