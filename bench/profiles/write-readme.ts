/** Writes the benchmark's README: what was done, the table, and how far cProfile's shares are off. */
import { writeFileSync } from "node:fs";
import type { RankingAgreement } from "../../src/profile";
import { ownersOf, type RankedSpot, type Score } from "../accuracy/score";
import type { TruthProgram } from "../accuracy/truth";

export interface MeasuredSpot extends RankedSpot {
  /** Measured own time. */
  readonly share: number;
}

export interface RankingResult extends Score {
  readonly spots: readonly MeasuredSpot[];
  readonly samples: number;
  readonly ownMappedShare: number;
  readonly agreement: RankingAgreement;
}

export interface ProgramResult {
  readonly truth: TruthProgram;
  readonly estimate: Score;
  readonly cProfile: RankingResult;
  readonly pySpy: RankingResult;
}

/** Functions from which a program counts as large, as in bench/accuracy. */
const large = 40;

export function writeReadme(
  path: string,
  results: readonly ProgramResult[],
  run: { readonly python: string; readonly seconds: string },
): void {
  const big = results.filter(({ truth }) => truth.source.functions >= large);
  const row = (name: string, some: readonly ProgramResult[]) =>
    `| ${name} | ${some.length} | ${figures(some, (it) => it.estimate)} | ${figures(some, (it) => it.cProfile)} | ${figures(some, (it) => it.pySpy)} |`;
  const text = `# Do imported profiles lead to the code that takes the time?

Written by \`npm run bench:profiles\` on ${new Date().toISOString().slice(0, 10)}; change the scripts, not this page.

${results.length} programs of the accuracy set were profiled anew: CPython ${run.python}, ${run.seconds} s each (or one round of the work, where that takes longer) by cProfile and by py-spy (400 Hz, without \`--native\`), the
benchmark's loop only. \`breakeven assess --profile\` ranked their sources, and the ranking was scored against the truth files of the set, which
come from other, longer runs of py-spy on a quiet machine. Other work ran on this machine at the same time; the recordings had priority over it, and
a recording of py-spy that got less than nine tenths of a core was made again, up to four times, and the best one kept.

* coverage@5: own time (by the truth) of the first five hotspots, over that of the five hottest functions.
* recall5: how many of the five hottest functions are among the first ten hotspots.
* Large: ${large} functions and more; a library of thousands, mostly.

| coverage@5 / recall5 | programs | source alone | cProfile | py-spy |
|---|---|---|---|---|
${row("all", results)}
${row("large", big)}

## Each program

\`found\`: part of what looks like the program's own code that was found in the sources assessed. \`misplaced\`: how much of the own time stands at another
function than in the truth (half the sum of the differences between shares): what a profiler distorts, noise, and the many small functions of large programs
that a truth file does not list.

| program | functions | source alone | cProfile | py-spy | samples | found | misplaced, cProfile | misplaced, py-spy | estimate names of the ten hottest |
|---|---|---|---|---|---|---|---|---|---|
${results.map(programRow).join("\n")}

## What cProfile distorts

It slows down every call, so code of many small calls looks hotter than it is and loops without calls colder. On average it puts ${percent(mean(results.map((it) => misplaced(it, "cProfile"))))} of the own time
at another function than the truth, py-spy ${percent(mean(results.map((it) => misplaced(it, "pySpy"))))}. The largest differences to the truth among the hottest functions:

| program | function | truth | cProfile | py-spy |
|---|---|---|---|---|
${distortions(results).join("\n")}

## Run it again

    python3 -m venv VENV && node scripts/run-ts.mjs bench/profiles/accuracy.ts --requirements | VENV/bin/pip install -r /dev/stdin
    npm run bench:profiles -- --python VENV/bin/python [--sources DIR] [--truth DIR] [--again] [--nice=-10]

py-spy looks into another process, for which some systems ask for root (Linux: \`kernel.yama.ptrace_scope\`).
`;
  writeFileSync(path, text);
}

function figures(some: readonly ProgramResult[], pick: (it: ProgramResult) => Score): string {
  return `${mean(some.map((it) => pick(it).coverage5)).toFixed(3)} / ${mean(some.map((it) => pick(it).recall5)).toFixed(3)}`;
}

function programRow(result: ProgramResult): string {
  const { truth, estimate, cProfile, pySpy } = result;
  const cells = [
    truth.program,
    truth.source.functions.toLocaleString("en"),
    ...[estimate, cProfile, pySpy].map(({ coverage5 }) => coverage5.toFixed(2)),
    pySpy.samples.toLocaleString("en"),
    percent(pySpy.ownMappedShare),
    percent(misplaced(result, "cProfile")),
    percent(misplaced(result, "pySpy")),
    `${pySpy.agreement.common} of ${pySpy.agreement.of}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

type Tool = "cProfile" | "pySpy";

/** Shares of own time by truth function, measured and true, each as part of all own time. */
function shares(
  { truth, ...result }: ProgramResult,
  tool: Tool,
): { readonly name: string; readonly true: number; readonly measured: number }[] {
  const { spots } = result[tool];
  const found = ownersOf(truth.functions, spots, truth.source.roots);
  const all = truth.functions.reduce((sum, { self }) => sum + self, 0);
  const measured = spots.reduce((sum, it) => sum + it.share, 0);
  return truth.functions.map((item, index) => ({
    name: item.qualname,
    true: item.self / all,
    measured: (spots[found[index] ?? -1]?.share ?? 0) / measured,
  }));
}

function misplaced(result: ProgramResult, tool: Tool): number {
  const all = shares(result, tool);
  const elsewhere = Math.max(0, 1 - all.reduce((sum, it) => sum + it.measured, 0));
  return (all.reduce((sum, it) => sum + Math.abs(it.true - it.measured), 0) + elsewhere) / 2;
}

function distortions(results: readonly ProgramResult[]): string[] {
  return results
    .flatMap((result) => {
      const traced = shares(result, "cProfile");
      const sampled = shares(result, "pySpy");
      return traced.map((it, index) => ({ program: result.truth.program, ...it, sampled: sampled[index]?.measured ?? 0 }));
    })
    .sort((a, b) => Math.abs(b.measured - b.true) - Math.abs(a.measured - a.true))
    .slice(0, 10)
    .map((it) => `| ${it.program} | ${it.name} | ${percent(it.true)} | ${percent(it.measured)} | ${percent(it.sampled)} |`);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, it) => sum + it, 0) / values.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.0995 ? 1 : 0)} %`;
}
