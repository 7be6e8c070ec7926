/**
 * `npm run bench:payoff`: what moving code to compiled targets gains, measured on kernels that are written once for each target.
 * Sets up its own environment, compares the results of all versions, then times them, and writes `knowledge/measurements/`.
 * The model is fitted to the result and judged by it (`calibrate.ts`).
 * `-- --quick` compares one kernel of each kind and times nothing; `-- --only NAME` takes one kernel and writes nothing, unless `--keep` says so.
 */
import { relative } from "node:path";
import { calibrateAndWrite } from "./calibrate";
import { readOptions } from "./read-options";
import { runMeasure } from "./run-measure";
import { setUpEnvironment } from "./set-up-environment";
import { writeMeasurements } from "./write-measurements";

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === "string") return fail(options, 2);
  if (options.calibrate) {
    await calibrateAndWrite();
    return 0;
  }
  const started = Date.now();
  const environment = setUpEnvironment();
  if (typeof environment === "string") return fail(environment, 2);
  const run = runMeasure(environment, options);
  if (typeof run === "string") return fail(run, 1);
  console.log(`${run.kernels.length} kernels: all versions agree (${run.kernels.reduce((sum, it) => sum + it.compared, 0)} comparisons)`);
  if (options.quick || (options.only.length > 0 && !options.keep)) return 0;
  for (const path of writeMeasurements(run, options.keep)) console.log(`wrote ${relative("", path)}`);
  await calibrateAndWrite();
  console.log(`took ${((Date.now() - started) / 60_000).toFixed(1)} minutes`);
  return 0;
}

function fail(message: string, code: number): number {
  console.error(message);
  return code;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
