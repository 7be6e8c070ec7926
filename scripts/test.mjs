// npm test: sets up what is missing, then runs every check and test, and closes with one line of counts.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies, root } from "./set-up.mjs";

ensureDependencies();
const output = join(root, "test", "output");
mkdirSync(output, { recursive: true });

const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skips = [];

check("types", "tsc", ["--noEmit", "-p", "."]);
check("lint and formatting", "biome", ["ci", "--diagnostic-level=error", "."]);
check("import directions", "depcruise", ["--config", ".dependency-cruiser.mjs", "--output-type", "err-long", "src"]);
check("unused code and dependencies", "knip", ["--no-progress"]);
await building();
mocha();
editor();
close();

/** One check by a command of node_modules: counts as one test. */
function check(title, command, args) {
  const started = Date.now();
  const run = spawnSync(process.execPath, [binary(command), ...args], { cwd: root, encoding: "utf8" });
  const ok = run.status === 0;
  report(ok, title, started);
  if (!ok) fail(title, `${run.stdout}${run.stderr}`.trim());
}

async function building() {
  const started = Date.now();
  try {
    const { build } = await import("./build.mjs");
    await build();
    report(true, "build", started);
  } catch (error) {
    report(false, "build", started);
    fail("build", String(error));
  }
}

function mocha() {
  const results = join(output, "unit-results.json");
  rmSync(results, { force: true });
  const started = Date.now();
  const run = spawnSync(process.execPath, [binary("mocha"), "--reporter", "json", "--reporter-option", `output=${results}`], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, FORCE_COLOR: "0" },
  });
  if (!existsSync(results)) {
    report(false, "unit and fixture tests", started);
    fail("unit and fixture tests", `${run.stdout}${run.stderr}`.trim());
    return;
  }
  const { stats, failures: broken, pending } = JSON.parse(readFileSync(results, "utf8"));
  counts.passed += stats.passes;
  counts.failed += broken.length;
  for (const test of broken) failures.push({ title: test.fullTitle, detail: test.err?.stack ?? test.err?.message ?? "" });
  for (const test of pending) skip(test.fullTitle, test.err?.message ?? "");
  say(broken.length === 0, `unit and fixture tests: ${stats.passes} passed, ${broken.length} failed, ${pending.length} skipped`, started);
  if (run.status !== 0 && broken.length === 0) fail("unit and fixture tests", `${run.stderr}`.trim() || `mocha ended with ${run.status}`);
}

function editor() {
  const results = join(output, "editor-results.json");
  rmSync(results, { force: true });
  const started = Date.now();
  const run = spawnSync(process.execPath, [join(root, "test", "editor", "run.mjs")], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (!existsSync(results)) {
    fail("editor tests", `test/editor/run.mjs ended with ${run.status} and wrote no results`);
    return;
  }
  const { passed, failed, skipped, failures: broken = [] } = JSON.parse(readFileSync(results, "utf8"));
  counts.passed += passed;
  counts.failed += failed;
  for (const test of broken) failures.push(test);
  for (const test of skipped) skip(test.title, test.reason);
  say(failed === 0, `editor tests: ${passed} passed, ${failed} failed, ${skipped.length} skipped`, started);
  if (run.status !== 0 && failed === 0) fail("editor tests", `test/editor/run.mjs ended with ${run.status}`);
}

function close() {
  for (const { title, detail } of failures) console.log(`\n--- FAILED ${title}\n${detail}`);
  if (skips.length > 0) console.log(`\nSkipped:\n${skips.map((line) => `  ${line}`).join("\n")}`);
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
  process.exit(counts.failed > 0 ? 1 : 0);
}

function report(ok, title, started) {
  if (ok) counts.passed++;
  say(ok, title, started);
}

function fail(title, detail) {
  counts.failed++;
  failures.push({ title, detail });
}

function skip(title, reason) {
  counts.skipped++;
  skips.push(reason ? `${title}: ${reason}` : title);
}

function say(ok, title, started) {
  console.log(`${ok ? "ok    " : "FAILED"} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

function binary(name) {
  const packages = { tsc: "typescript", biome: "@biomejs/biome", depcruise: "dependency-cruiser", knip: "knip", mocha: "mocha" };
  const folder = join(root, "node_modules", packages[name]);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[name]);
}
