/** What is measured: a checkout of the project (this one, or an earlier one beside it), built, with the scripts that use its inside. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { workFile } from "./corpus";

export interface Builds {
  /** Node program that runs everything. */
  readonly node: string;
  readonly dist: string;
  readonly parseOnly: string;
  readonly editing: string;
  /** Whether the command line knows `--no-cache`, `--cache-dir` and `--workers`. */
  readonly hasCache: boolean;
}

export async function createBuilds(checkout: string, node: string): Promise<Builds> {
  const made = spawnSync(process.execPath, [join(checkout, "scripts", "build.mjs")], { cwd: checkout, stdio: "inherit" });
  if (made.status !== 0) throw new Error(`${checkout} could not be built`);
  // A copy: a build that somebody starts meanwhile must not be measured half done.
  const dist = workFile(`dist-${process.pid}`);
  spawnSync("cp", ["-r", join(checkout, "dist"), dist]);
  const bundle = async (name: string) => {
    const outfile = join(dist, `${name}.js`);
    await build({
      absWorkingDir: checkout,
      stdin: {
        contents: readFileSync(join("bench", "speed", `${name}.ts`), "utf8"),
        resolveDir: checkout,
        loader: "ts",
      },
      bundle: true,
      minify: true,
      platform: "node",
      format: "cjs",
      outfile,
      alias: { "web-tree-sitter": join(checkout, "node_modules", "web-tree-sitter", "web-tree-sitter.cjs") },
      plugins: [fromCheckout(checkout)],
    });
    return outfile;
  };
  const parseOnly = await bundle("parse-only");
  const editing = await bundle("editing");
  return { node, dist, parseOnly, editing, hasCache: readFileSync(join(dist, "cli.js"), "utf8").includes("--no-cache") };
}

/** An earlier checkout has no benchmark of its own: the scripts come from here, and what they measure from there. */
function fromCheckout(checkout: string): Plugin {
  return {
    name: "from-checkout",
    setup(hooks) {
      hooks.onResolve({ filter: /^\.\/corpus$/ }, () => ({ path: resolve("bench/speed/corpus.ts") }));
      hooks.onResolve({ filter: /^\.\.\/\.\.\/src\// }, ({ path, kind }) =>
        hooks.resolve(path.replace("../../", "./"), { resolveDir: checkout, kind }),
      );
    },
  };
}
