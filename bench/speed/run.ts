/**
 * `npm run bench:speed`: measures every row of the table and writes README.md and results.json. `--rows parse,ruff` measures only these;
 * `--node PROGRAM` another Node; `--pairs 1` fewer runs per ratio; `--checkout FOLDER --as before` an earlier state of the project, to compare with.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { createBuilds } from "./builds";
import { corpusFolder, sizeOf } from "./corpus";
import { rows } from "./rows";
import { type Results, writeReadme } from "./write-readme";

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: Object.keys(rows).join(",") },
      node: { type: "string", default: process.execPath },
      checkout: { type: "string", default: "." },
      as: { type: "string", default: "now" },
      pairs: { type: "string", default: "3" },
    },
  });
  const file = resolve("bench/speed/results.json");
  const results: Results = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { corpus: sizeOf(corpusFolder()), columns: {} };
  const version = spawnSync(values.node, ["--version"], { encoding: "utf8" })
    .stdout.trim()
    .replace(/^v(\d+).*/, "Node $1");
  const builds = await createBuilds(resolve(values.checkout), values.node);
  const name = `${values.as}, ${version}`;
  results.columns[name] ??= { machine: `${cpus().length} cores, ${cpus()[0]?.model ?? process.arch}`, rows: {} };
  try {
    for (const row of values.rows.split(",")) {
      const known = rows[row];
      if (known === undefined) throw new Error(`there is no row ${row}; there are ${Object.keys(rows).join(", ")}`);
      const found = known.measure({ ...builds, pairs: Number(values.pairs) });
      results.columns[name].rows[row] = { date: new Date().toISOString().slice(0, 10), values: found };
      process.stdout.write(`${row}: ${JSON.stringify(found)}\n`);
      writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
      writeReadme(resolve("bench/speed/README.md"), results);
    }
  } finally {
    rmSync(builds.dist, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
