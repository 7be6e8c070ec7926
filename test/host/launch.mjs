#!/usr/bin/env node
/**
 * Runs extension tests in a real VS Code without downloading the desktop one: VS Code's server with its extension hosts, its
 * workbench shown in a headless Chromium, Chrome or Edge. Takes VS Code's own command line, so that `@vscode/test-electron` can
 * start it in place of desktop VS Code. Exit status: 0 all tests passed, 1 not.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { parseArguments } from "./arguments.mjs";
import { findBrowser } from "./find-browser.mjs";
import { installHost } from "./install.mjs";

const startLimit = 60_000;
const runLimit = Number(process.env.BREAKEVEN_HOST_LIMIT_MS ?? 300_000);

const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const defaultSettings = {
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "security.workspace.trust.enabled": false,
};

const cleanups = [];
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(1));
main().then(end, (error) => {
  console.error(error instanceof Error ? error.message : error);
  return end(1);
});

async function main() {
  const options = parseArguments(process.argv.slice(2));
  const host = await installHost();
  const profile = await prepareProfile(options);
  if (options.installExtension) return installExtension(host, profile, options.installExtension);
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("no Chromium, Chrome or Edge found: install one, or name it in BREAKEVEN_BROWSER");
  const port = await startServer(host, profile);
  return runTests(options, port, executablePath);
}

async function prepareProfile(options) {
  const scratch = await mkdtemp(join(tmpdir(), "breakeven-host-"));
  cleanups.push(() => rm(scratch, { recursive: true, force: true, maxRetries: 5 }));
  const userDataDir = options.userDataDir ?? join(scratch, "user");
  await writeSettings(join(userDataDir, "User"), await extensionKinds(options));
  return [
    ...["--accept-server-license-terms", "--telemetry-level", "off"],
    ...["--user-data-dir", userDataDir, "--server-data-dir", join(scratch, "server")],
    ...["--extensions-dir", options.extensionsDir ?? join(scratch, "extensions")],
  ];
}

/** What a test put into the profile wins over the defaults. */
async function writeSettings(folder, kinds) {
  const path = join(folder, "settings.json");
  const own = existsSync(path) ? JSON.parse(await readFile(path, "utf8")) : {};
  await mkdir(folder, { recursive: true });
  await writeFile(path, JSON.stringify({ ...defaultSettings, ...kinds, ...own }));
}

/** The server's workbench heeds `--extensionDevelopmentKind` only for extensions without `main`; this setting does it for all. */
async function extensionKinds(options) {
  if (!options.extensionDevelopmentKind) return {};
  const kinds = {};
  for (const path of options.extensionDevelopmentPath) {
    const { publisher, name } = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
    kinds[`${publisher}.${name}`] = [options.extensionDevelopmentKind];
  }
  return { "remote.extensionKind": kinds };
}

function installExtension(host, profile, vsix) {
  return new Promise((resolve, reject) => {
    const child = spawn(host.node, [host.server, ...profile, "--install-extension", vsix], { stdio: "inherit" });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function startServer(host, profile) {
  const listen = ["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--enable-smoke-test-driver"];
  const server = spawn(host.node, [host.server, ...listen, ...profile], { stdio: ["ignore", "pipe", "pipe"], detached: true });
  cleanups.push(() => stop(server));
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => reject(new Error(`the editor's server did not start in ${startLimit} ms:\n${output}`)), startLimit);
    const read = (data) => {
      output = (output + data).slice(-20_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.on("error", reject);
    server.on("close", (code) => reject(new Error(`the editor's server ended with ${code}:\n${output}`)));
  });
}

/** The server forks extension hosts: its process group goes, or on Windows its process tree. */
async function stop(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const closed = new Promise((resolve) => server.once("close", resolve));
  if (process.platform === "win32") spawn("taskkill", ["/pid", String(server.pid), "/t", "/f"]);
  else process.kill(-server.pid, "SIGTERM");
  const kill = setTimeout(() => process.platform !== "win32" && process.kill(-server.pid, "SIGKILL"), 3_000);
  await closed;
  clearTimeout(kill);
}

async function runTests(options, port, executablePath) {
  const debugging = options.debuggingPort ? [`--remote-debugging-port=${options.debuggingPort}`] : [];
  const browser = await chromium.launch({ executablePath, args: [...browserArguments, ...debugging] });
  cleanups.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  if (options.locale) await page.addInitScript(speak, options.locale);
  let finish;
  const finished = new Promise((resolve) => {
    finish = resolve;
  });
  const log = createLog();
  await page.exposeFunction("codeAutomationLog", (type, args) => log.add(type, args));
  await page.exposeFunction("codeAutomationExit", (code) => finish(code));
  page.on("crash", () => finish(1));
  const timer = setTimeout(() => {
    console.error(`the tests did not end in ${runLimit} ms`);
    finish(1);
  }, runLimit);
  await page.goto(address(options, port));
  const code = await finished;
  clearTimeout(timer);
  if (code !== 0) log.print();
  return code;
}

/**
 * In a page: the display language. The workbench keeps its English words, for which it would need a language pack, and tells
 * extensions the language.
 */
function speak(locale) {
  Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", { get: () => locale, set: () => {} });
}

/** Native modules that were not compiled, services out of reach, a window that closes. */
const knownNoise =
  /bindings file|ENOTFOUND|Service Worker|authentication provider|^\[\w+\] (Canceled|Creating a socket|Resolv|\[reconnection|\[AgentHost|\[AccountPolicy|Updating additional|Creation of workbench)/;

/** The workbench logs a lot that says nothing about the tests, such as galleries out of reach: shown when a run failed. */
function createLog() {
  const kept = 30;
  const verbose = process.env.BREAKEVEN_HOST_VERBOSE !== undefined;
  let lines = [];
  return {
    add(type, args) {
      const text = `[${type}] ${args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" ")}`;
      if (verbose) console.log(text);
      else if (!knownNoise.test(text)) lines = [...lines.slice(-(kept - 1)), text.split("\n").slice(0, 6).join("\n")];
    },
    print: () => lines.forEach((line) => void console.log(line)),
  };
}

function address(options, port) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path.startsWith("/") ? "" : "/"}${path.replaceAll("\\", "/")}`;
  const payload = options.extensionDevelopmentPath.map((path) => ["extensionDevelopmentPath", remote(path)]);
  if (options.extensionDevelopmentKind) payload.push(["extensionDevelopmentKind", options.extensionDevelopmentKind]);
  if (options.extensionTestsPath) payload.push(["extensionTestsPath", remote(options.extensionTestsPath)]);
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (options.folder) query.set(options.folder.endsWith(".code-workspace") ? "workspace" : "folder", options.folder.replaceAll("\\", "/"));
  return `http://127.0.0.1:${port}/?${query}`;
}

let ending;
function end(code) {
  ending ??= (async () => {
    for (const cleanup of cleanups.reverse()) await cleanup().catch((error) => console.error(String(error)));
    process.exit(code);
  })();
  return ending;
}
