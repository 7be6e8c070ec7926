/** `npm run bench:accuracy`: assesses every measured program, has score.py score the reports and writes README.md. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type AdviceSettings, adviseProject } from "../../src/advice";
import { assessProgram, SPOTS, spotsOf } from "./assess-program";
import { type BenchArguments, readArguments } from "./command-line";
import { scoreDrivers } from "./drivers";
import { sameSources } from "./evaluate";
import { loadProjectKnowledge } from "./load-knowledge";
import { createBenchParser } from "./read-program";
import { ownersOf, type RankedSpot } from "./score";
import type { TruthProgram } from "./truth";
import { type HintsOnHot, type ProgramFacts, writeReadme } from "./write-readme";

async function main(): Promise<void> {
  const bench = readArguments();
  const reports = join(bench.work, "reports");
  mkdirSync(reports, { recursive: true });
  const knowledge = loadProjectKnowledge();
  const parser = await createBenchParser();
  const facts = new Map<string, ProgramFacts>();
  for (const group of sameSources(bench.programs)) {
    const { graph, heat } = assessProgram(parser, bench.sources, group[0] as TruthProgram, knowledge);
    const spots = spotsOf(graph, heat);
    const advised = adviseProject({ graph, heat, knowledge, settings: adviceSettings }).hotspots;
    const hotspots = spots.map((spot, index) => ({
      ...spot,
      rank: index + 1,
      advice: advised[index]?.advice.map(({ rule, target }) => ({ rule, target })) ?? [],
    }));
    for (const truth of group) {
      writeFileSync(join(reports, `${truth.program}.json`), JSON.stringify({ hotspots }));
      facts.set(truth.program, {
        confidence: heat.confidence.level,
        bound: heat.bound.kind,
        hints: hintsOnHot(truth, spots, (index) => hotspots[index]?.advice[0]?.target),
      });
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
    first: JSON.parse(readFileSync(resolve("bench/accuracy/first-model.json"), "utf8")),
    second: JSON.parse(readFileSync(resolve("bench/accuracy/second-model.json"), "utf8")),
    crossValidation: existsSync(crossValidation) ? JSON.parse(readFileSync(crossValidation, "utf8")) : undefined,
  });
}

/** As `breakeven assess` without any setting. */
const adviceSettings: AdviceSettings = {
  disabledRules: [],
  ignoredPaths: [],
  hotspotLimit: SPOTS,
  minimumShare: 0.01,
  rustExperience: "learning",
};

/** Of the five hottest functions: how many the ranking holds, and how many of these get a first advice other than keep. */
function hintsOnHot(truth: TruthProgram, spots: readonly RankedSpot[], target: (index: number) => string | undefined): HintsOnHot {
  const places = ownersOf(truth.functions, spots, truth.source.roots);
  const top = truth.functions
    .map((item, index) => ({ self: item.self, place: places[index] ?? -1 }))
    .sort((left, right) => right.self - left.self)
    .slice(0, 5)
    .filter(({ place }) => place >= 0);
  return { found: top.length, hinted: top.filter(({ place }) => target(place) !== "keep" && target(place) !== undefined).length };
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
