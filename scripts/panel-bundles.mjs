// How the panel is bundled: for the webview, and as the one-file template of the HTML report.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Everything outside the panel is free of side effects when loaded: what the panel does not use stays out of the bundle. */
const dropUnused = {
  name: "drop-unused",
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}(\/|$)/ }, async (args) => {
      if (args.pluginData === "resolving" || args.kind !== "import-statement") return undefined;
      const { errors, path } = await build.resolve(args.path, {
        importer: args.importer,
        resolveDir: args.resolveDir,
        kind: args.kind,
        pluginData: "resolving",
      });
      if (errors.length > 0) return { errors };
      return { path, sideEffects: !/[\\/]src[\\/](?!panel[\\/])/.test(path) };
    });
  },
};

/** esbuild options for one entry of the panel, `main` or `report-main`. */
export function panelOptions(root, entry) {
  return {
    absWorkingDir: root,
    entryPoints: { [entry === "main" ? "panel" : "report"]: `src/panel/${entry}.ts` },
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    // An optional part of the terminal report, which the panel drops; it would ask for Node.
    external: ["@colors/colors"],
    plugins: [dropUnused],
  };
}

/** The template that `fillHtmlTemplate` fills: script and style inside, each allowed by its hash and nothing else. */
export async function buildReportTemplate(root) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ ...panelOptions(root, "report-main"), write: false, outdir: "out" });
  const textOf = (extension) => outputFiles.find(({ path }) => path.endsWith(extension)).text.trim();
  const parts = { SCRIPT: textOf(".js"), STYLE: textOf(".css") };
  const hash = (text) => createHash("sha256").update(text).digest("base64");
  return readFileSync(join(root, "src", "panel", "report-template.html"), "utf8")
    .replace("sha256-SCRIPT", `sha256-${hash(parts.SCRIPT)}`)
    .replace("sha256-STYLE", `sha256-${hash(parts.STYLE)}`)
    .replace(/(?<=>)(SCRIPT|STYLE)(?=<)/g, (name) => parts[name]);
}
