/** What both commands of this benchmark take: where the truth and the sources are, and which programs. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadTruth, type TruthProgram } from "./truth";

export interface BenchArguments {
  readonly truth: string;
  readonly sources: string;
  readonly work: string;
  readonly programs: readonly TruthProgram[];
}

const usage = `--truth DIR    measured profiles, score.py and fetch_sources.py (default: $BREAKEVEN_TRUTH or ../shared/truth)
--sources DIR  sources as fetch_sources.py lays them out (default: fetched into bench/accuracy/.work)
--only TEXT    programs whose name contains TEXT`;

/** Ends the process with a clear line when the truth is not there or the sources cannot be had. */
export function readArguments(): BenchArguments {
  const { values } = parseArgs({
    options: { truth: { type: "string" }, sources: { type: "string" }, only: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) leave(usage, 0);
  const work = resolve("bench/accuracy/.work");
  mkdirSync(work, { recursive: true });
  const truth = resolve(values.truth ?? process.env.BREAKEVEN_TRUTH ?? "../shared/truth");
  if (!existsSync(join(truth, "profiles"))) leave(`No measured profiles in ${truth}.\n${usage}`, 1);
  const sources = values.sources === undefined ? fetchSources(truth, work) : resolve(values.sources);
  const programs = loadTruth(truth).filter((program) => program.program.includes(values.only ?? ""));
  return { truth, sources, work, programs };
}

function fetchSources(truth: string, work: string): string {
  const sources = join(work, "sources");
  const archives = join(work, "archives");
  mkdirSync(archives, { recursive: true });
  const run = spawnSync("python3", [join(truth, "fetch_sources.py"), sources, "--archives", archives], { stdio: "inherit" });
  if (run.status !== 0) leave("The sources could not be fetched whole; the reason is above.", 1);
  return sources;
}

function leave(message: string, status: number): never {
  (status === 0 ? process.stdout : process.stderr).write(`${message}\n`);
  process.exit(status);
}
