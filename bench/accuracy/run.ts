/** `npm run bench:accuracy`: assesses every measured program, has score.py score the reports and writes README.md. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { assessProgram, spotsOf } from "./assess-program";
import { type BenchArguments, readArguments } from "./command-line";
import { scoreDrivers } from "./drivers";
import { sameSources } from "./evaluate";
import { loadProjectKnowledge } from "./load-knowledge";
import { createBenchParser } from "./read-program";
import { type ProgramFacts, writeReadme } from "./write-readme";
import type { TruthProgram } from "./truth";

async function main(): Promise<void> {
  const bench = readArguments();
  const reports = join(bench.work, "reports");
  mkdirSync(reports, { recursive: true });
  const knowledge = loadProjectKnowledge();
  const parser = await createBenchParser();
  const facts = new Map<string, ProgramFacts>();
  for (const group of sameSources(bench.programs)) {
    const { graph, heat } = assessProgram(parser, bench.sources, group[0] as TruthProgram, knowledge);
    const hotspots = spotsOf(graph, heat).map((spot, index) => ({ ...spot, rank: index + 1, advice: [] }));
    for (const { program } of group) {
      writeFileSync(join(reports, `${program}.json`), JSON.stringify({ hotspots }));
      facts.set(program, { confidence: heat.confidence.level, bound: heat.bound.kind });
    }
  }
  printTable(bench, reports);
  const drivers = scoreDrivers(parser, bench.sources, bench.programs, knowledge);
  parser.dispose();
  if (bench.programs.length < 90) return;
  const crossValidation = resolve("bench/accuracy/cross-validation.json");
  writeReadme(resolve("bench/accuracy/README.md"), {
    programs: bench.programs,
    facts,
    score: JSON.parse(score(bench, reports, ["--json"])),
    drivers,
    before: JSON.parse(readFileSync(resolve("bench/accuracy/first-model.json"), "utf8")),
    crossValidation: existsSync(crossValidation) ? JSON.parse(readFileSync(crossValidation, "utf8")) : undefined,
  });
}

function printTable(bench: BenchArguments, reports: string): void {
  process.stdout.write(score(bench, reports, []));
}

function score({ truth, sources }: BenchArguments, reports: string, more: readonly string[]): string {
  const profiles = join(truth, "profiles");
  const args = [join(truth, "score.py"), "--truth", profiles, "--reports", reports, "--sources", sources, "--skip-missing", ...more];
  const run = spawnSync("python3", args, { encoding: "utf8", maxBuffer: 1 << 28 });
  process.stderr.write(run.stderr);
  return run.stdout;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
