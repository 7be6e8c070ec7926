// npm run package: builds and packs the extension as breakeven-VERSION.vsix.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies, root } from "./set-up.mjs";

/** Builds when needed and packs into `out`; throws with the packer's own words when it fails. */
export async function packExtension(out) {
  ensureDependencies();
  const { buildIfStale } = await import("./build.mjs");
  await buildIfStale();
  const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
  const run = spawnSync(process.execPath, [vsce, "package", "--no-dependencies", "--out", out], { cwd: root, encoding: "utf8" });
  if (run.status !== 0) throw new Error(`vsce package failed: ${run.stdout}${run.stderr}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await packExtension(join(root, process.argv[2] ?? "breakeven.vsix"));
}
