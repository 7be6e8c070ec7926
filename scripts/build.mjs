// Bundles the command line, the language server, the extension and the panel into dist/ and media/, with the grammar and the knowledge beside them.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { buildReportTemplate, panelOptions } from "./panel-bundles.mjs";
import { root } from "./set-up.mjs";

const stamp = join(root, "dist", ".built");
const inputs = ["src", "knowledge", "package.json", "package-lock.json", join("scripts", "build.mjs")];

/** Builds when a source is newer than the last build. */
export async function buildIfStale() {
  if (existsSync(stamp) && newest(inputs) <= statSync(stamp).mtimeMs) return;
  console.error("Building ...");
  await build();
}

export async function build() {
  const { build: bundle } = await import("esbuild");
  // Built beside and put in place when whole: a failed build leaves the last good one.
  const part = join(root, "dist.part");
  rmSync(part, { recursive: true, force: true });
  mkdirSync(join(part, "web"), { recursive: true });
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  const shared = {
    absWorkingDir: root,
    bundle: true,
    minify: true,
    keepNames: false,
    sourcemap: false,
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    define: { BREAKEVEN_VERSION: JSON.stringify(version) },
  };
  // Its ES module asks for import.meta.url, which a CommonJS bundle does not have.
  const alias = { "web-tree-sitter": join(root, "node_modules", "web-tree-sitter", "web-tree-sitter.cjs") };
  const node = { ...shared, alias, platform: "node", target: "node20.19", format: "cjs", external: ["vscode"] };
  // cli-table3 does without its optional colours, which need Node.
  const web = {
    ...shared,
    platform: "browser",
    format: "cjs",
    external: ["vscode", "@colors/colors"],
    mainFields: ["browser", "module", "main"],
  };
  const bundles = [
    { ...node, entryPoints: { cli: "src/cli/main.ts" }, outdir: "dist.part", banner: { js: "#!/usr/bin/env node" } },
    { ...node, entryPoints: { server: "src/lsp/node-main.ts" }, outdir: "dist.part" },
    { ...node, entryPoints: { worker: "src/session/parse-worker.ts" }, outdir: "dist.part" },
    { ...node, entryPoints: { extension: "src/extension/main.ts" }, outdir: "dist.part" },
    { ...web, entryPoints: { extension: "src/extension/web.ts" }, outdir: "dist.part/web" },
    { ...web, format: "iife", entryPoints: { server: "src/lsp/worker-main.ts" }, outdir: "dist.part/web" },
    { ...panelOptions(root, "main"), outdir: "media" },
  ];
  await Promise.all(bundles.map((options) => bundle(options)));
  copyFileSync(join(root, "node_modules", "web-tree-sitter", "web-tree-sitter.wasm"), join(part, "web-tree-sitter.wasm"));
  copyFileSync(join(root, "node_modules", "tree-sitter-python", "tree-sitter-python.wasm"), join(part, "tree-sitter-python.wasm"));
  copyFileSync(join(root, "src", "record", "python", "run_program.py"), join(part, "run_program.py"));
  writeFileSync(join(part, "report.html"), await buildReportTemplate(root));
  writeFileSync(join(part, "knowledge.json"), JSON.stringify(await bundleKnowledge(bundle)));
  const answering = ["cli.js", "server.js", "worker.js", "knowledge.json", "web-tree-sitter.wasm", "tree-sitter-python.wasm"];
  writeFileSync(join(part, "build-id"), digestOf(answering.map((name) => join(part, name))));
  rmSync(join(root, "dist"), { recursive: true, force: true });
  renameSync(part, join(root, "dist"));
  writeFileSync(stamp, "");
}

/** Names this build: answers of another one are not taken for those of this. */
function digestOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest("hex");
}

/** Every YAML file below knowledge/ as JSON text: checked here by the loader's own schemas, so that a start need not. */
async function bundleKnowledge(bundle) {
  const { parse } = await import("yaml");
  const folder = join(root, "knowledge");
  const texts = filesBelow(folder)
    .filter((path) => path.endsWith(".yaml"))
    .map((path) => ({ path: relative(folder, path).split(sep).join("/"), text: readFileSync(path, "utf8") }));
  const loader = await bundle({
    absWorkingDir: root,
    entryPoints: ["src/knowledge/index.ts"],
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
  });
  const exported = { exports: {} };
  new Function("module", "exports", "require", loader.outputFiles[0].text)(exported, exported.exports, createRequire(import.meta.url));
  const { problems } = exported.exports.loadKnowledge(texts);
  const lines = problems.map(({ path, line, field, reason }) => `knowledge/${path}:${line}: ${field}: ${reason}`);
  if (lines.length > 0) throw new Error(`knowledge/ has mistakes:\n${lines.join("\n")}`);
  return texts.map(({ path, text }) => ({ path: path.replace(/\.yaml$/, ".json"), text: JSON.stringify(parse(text)), checked: true }));
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const absolute = join(root, path);
    const files = statSync(absolute).isDirectory() ? filesBelow(absolute) : [absolute];
    for (const file of files) latest = Math.max(latest, statSync(file).mtimeMs);
  }
  return latest;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { ensureDependencies } = await import("./set-up.mjs");
  ensureDependencies();
  await build();
}
