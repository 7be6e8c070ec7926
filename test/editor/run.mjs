/**
 * The editor tests: builds, then runs each phase in a real VS Code. `--desktop` downloads and uses desktop VS Code; `--only NAME` runs
 * one phase. Prints every result, writes test/output/editor-results.json, and ends with status 1 when something failed.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../host/find-browser.mjs";
import { bundleSuite } from "./bundle-suite.mjs";
import { startDriver } from "./driver.mjs";
import { phases } from "./phases.mjs";
import { runPhase } from "./run-phase.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const output = join(root, "test", "output");
const isDesktop = process.argv.includes("--desktop");
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;

const results = { passed: 0, failed: 0, skipped: [], failures: [] };
await mkdir(output, { recursive: true });
await main();
await writeFile(join(output, "editor-results.json"), `${JSON.stringify(results, undefined, 2)}\n`);
console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped.length} skipped`);
process.exit(results.failed > 0 ? 1 : 0);

async function main() {
  const wanted = phases.filter(({ name, isMeasurement }) => (only === undefined ? !isMeasurement : name === only));
  if (!isDesktop && findBrowser() === undefined) {
    const reason = "no Chromium, Chrome or Edge is installed (or name one in BREAKEVEN_BROWSER)";
    for (const { name } of wanted) skip(`editor tests, ${name}`, reason);
    return;
  }
  const { buildIfStale } = await import("../../scripts/build.mjs");
  await buildIfStale();
  const screenshots = join(output, "screenshots");
  if (only === undefined) await rm(screenshots, { recursive: true, force: true });
  await mkdir(screenshots, { recursive: true });
  let hasEnded = false;
  const driver = await startDriver({
    screenshots,
    onResult(result) {
      if (result.state === "end") hasEnded = true;
      else if (result.state === "measured") results.measured = result.values;
      else record(result);
    },
  });
  try {
    for (const phase of wanted) {
      if (isDesktop && phase.locale) {
        skip(`editor tests, ${phase.name}`, "desktop VS Code speaks another language only with its language pack");
        continue;
      }
      hasEnded = false;
      const failedBefore = results.failed;
      const suite = await bundleSuite({ root, phase, driverUrl: driver.url });
      const problem = await runPhase({ root, phase, suite, driver, isDesktop });
      if (problem?.skip) skip(`editor tests, ${phase.name}`, problem.skip);
      else if (!hasEnded)
        record({ state: "failed", title: `${phase.name}: runs to its end`, error: problem?.message ?? "the suite did not end" });
      else if (problem && results.failed === failedBefore)
        record({ state: "failed", title: `${phase.name}: ends well`, error: problem.message });
    }
  } finally {
    await driver.stop();
  }
}

function record({ state, title, duration, error }) {
  const time = duration > 1000 ? ` (${(duration / 1000).toFixed(1)} s)` : "";
  if (state === "passed") results.passed++;
  else if (state === "failed") {
    results.failed++;
    results.failures.push({ title, detail: error ?? "" });
  } else {
    skip(title, "declared as pending");
    return;
  }
  console.log(`  ${state === "passed" ? "✔" : "✖"} ${title}${time}`);
  if (state === "failed") console.log(`      ${(error ?? "").replaceAll("\n", "\n      ")}`);
}

function skip(title, reason) {
  results.skipped.push({ title, reason });
  console.log(`  - ${title}: skipped, ${reason}`);
}
