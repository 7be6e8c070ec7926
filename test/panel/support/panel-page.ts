/** The panel in a real Chromium, with a page that stands for the webview: its theme, its policy, and a host that records what it is told. */
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { panelOptions } from "../../../scripts/panel-bundles.mjs";
import type { ToHost, ToPanel } from "../../../src/panel";
import { type ThemeName, themes } from "./themes";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function startBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: flags });
}

/** The bundle as the product's build makes it. */
export async function bundlePanel(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({ ...panelOptions(process.cwd(), "main"), write: false, outdir: "out" });
  const text = (extension: string) => outputFiles!.find(({ path }) => path.endsWith(extension))!.text;
  return { script: text(".js"), style: text(".css") };
}

export interface PanelPage {
  readonly page: Page;
  /** Messages of the panel to its host, oldest first. */
  sent(): Promise<ToHost[]>;
  tell(...messages: ToPanel[]): Promise<void>;
  /** Refused by the content security policy, thrown, or printed as an error. */
  readonly problems: string[];
}

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly state?: unknown;
}

export async function openPanel(
  browser: Browser,
  bundle: { script: string; style: string },
  options: PageOptions = {},
): Promise<PanelPage> {
  const page = await browser.newPage({ viewport: { width: options.width ?? 900, height: options.height ?? 900 }, reducedMotion: "reduce" });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  const { bodyClass, variables } = themes[options.theme ?? "light"];
  const html = `<!doctype html><html lang="en" data-test><head><meta charset="utf-8"><title>Breakeven</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-t'; style-src https://panel.test; font-src https://panel.test">
<link rel="stylesheet" href="https://panel.test/theme.css"><link rel="stylesheet" href="https://panel.test/panel.css">
<script nonce="t">
window.sent = [];
let state = ${JSON.stringify(options.state ?? null)};
window.acquireVsCodeApi = () => ({ postMessage: (m) => window.sent.push(m), getState: () => state ?? undefined, setState: (s) => { state = s; window.saved = s; } });
</script></head><body class="${bodyClass}"><script nonce="t" src="https://panel.test/panel.js"></script></body></html>`;
  const theme = `:root { ${Object.entries(variables)
    .map(([name, value]) => `--vscode-${name}: ${value};`)
    .join(" ")} } body { padding: 0 20px; }`;
  const files: Record<string, [string, string]> = {
    "/": ["text/html", html],
    "/panel.js": ["text/javascript", bundle.script],
    "/panel.css": ["text/css", bundle.style],
    "/theme.css": ["text/css", theme],
  };
  await page.route("https://panel.test/**", (route) => {
    const [contentType, body] = files[new URL(route.request().url()).pathname] ?? ["text/plain", ""];
    return route.fulfill({ contentType, body });
  });
  await page.goto("https://panel.test/");
  await page.waitForFunction(() => (window as unknown as { sent: unknown[] }).sent.length > 0);
  return {
    page,
    problems,
    sent: () => page.evaluate(() => (window as unknown as { sent: ToHost[] }).sent),
    tell: async (...messages) => {
      for (const message of messages) await page.evaluate((it) => window.postMessage(it, "*"), message);
      await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 0)));
    },
  };
}
