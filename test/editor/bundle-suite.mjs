import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

/** mocha for browsers runs in every host. It would export itself in place of the suite if it saw `module`. */
const mocha = readFileSync(createRequire(import.meta.url).resolve("mocha/mocha.js"), "utf8");

/** One script that exports `run()`, as VS Code wants it; the addresses it needs are written into it, for hosts without environment. */
export async function bundleSuite({ root, phase, driverUrl }) {
  const outfile = join(root, "test", "output", "editor-suites", `${phase.name}.js`);
  await build({
    absWorkingDir: root,
    entryPoints: [join("test", "editor", "suite", `${phase.suite}.ts`)],
    outfile,
    bundle: true,
    format: "cjs",
    platform: phase.platform ?? "node",
    target: "es2022",
    external: ["vscode"],
    banner: { js: `(function (exports, module, define) {${mocha}\n}).call(globalThis);` },
    define: { DRIVER_URL: JSON.stringify(driverUrl), PHASE: JSON.stringify(phase.name) },
    logLevel: "warning",
  });
  return outfile;
}
