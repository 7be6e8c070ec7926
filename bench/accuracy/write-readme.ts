/** Writes the benchmark's README: what was measured, the tables, and how they come about. */
import { writeFileSync } from "node:fs";
import type { ConfidenceLevel, HeatMap } from "../../src/heat";
import type { DrivenScore } from "./drivers";
import { MISSES } from "./explain-misses";
import { LARGE_FROM, type TruthProgram } from "./truth";

/** Of the five hottest functions of a program. */
export interface HintsOnHot {
  readonly found: number;
  readonly hinted: number;
}

export interface ProgramFacts {
  readonly hints: HintsOnHot;
  readonly confidence: ConfidenceLevel;
  readonly bound: HeatMap["bound"]["kind"];
}

/** What `score.py --json` prints, as far as the tables need it. */
export interface ScoreOutput {
  readonly programs: readonly {
    readonly program: string;
    readonly functions: number;
    readonly coverage: Readonly<Record<string, number>>;
    readonly recall5: number;
    readonly baselines?: Readonly<Record<string, { readonly coverage: Readonly<Record<string, number>>; readonly recall5: number }>>;
  }[];
  readonly negativeAggregate: { readonly pooledHintsPerKloc: number | null; readonly withoutHints: number; readonly scored: number };
}

/** coverage@5 and recall5. */
export type Pair = readonly [number, number];

export interface CrossValidation {
  readonly date: string;
  readonly settings: number;
  readonly large: Pair;
  readonly all: Pair;
  readonly inSampleLarge: Pair;
  readonly inSampleAll: Pair;
}

export interface ReadmeInput {
  readonly programs: readonly TruthProgram[];
  readonly facts: ReadonlyMap<string, ProgramFacts>;
  readonly score: ScoreOutput;
  readonly drivers: readonly DrivenScore[];
  /** coverage@5 and recall5 by program of earlier models. */
  readonly first: Readonly<Record<string, Pair>>;
  readonly second: Readonly<Record<string, Pair>>;
  readonly crossValidation?: CrossValidation;
}

export function writeReadme(path: string, input: ReadmeInput): void {
  const sections = [head(), summary(input), perProgram(input), calibration(input), negatives(input), entries(input), MISSES, howTo()];
  writeFileSync(path, `${sections.join("\n\n")}\n`);
}

function head(): string {
  return `# Accuracy of the heat estimate

Written by \`npm run bench:accuracy\` on ${new Date().toISOString().slice(0, 10)}. The estimate ranks the functions of a program from its source alone; sampling profiles of
97 programs say where the time really went. **coverage@5**: self time of the functions among the first five hotspots / self time of the
five hottest. **recall5**: how many of the five hottest are among the first ten hotspots. Pairs are coverage@5 / recall5. Large: programs
with ${LARGE_FROM} functions or more. The standard error of the figure for large programs is about 0.06: differences below 0.03 are noise.`;
}

function summary({ score, first, second, crossValidation }: ReadmeInput): string {
  const large = score.programs.filter((row) => row.functions >= LARGE_FROM);
  const line = (name: string, pick: (row: ScoreOutput["programs"][number]) => Pair | undefined): string =>
    `| ${name} | ${pairOf(mean(large.map(pick)))} | ${pairOf(mean(score.programs.map(pick)))} |`;
  const rows = [
    line("longest function first", (row) => baseline(row, "LOC")),
    line("most complex first (McCabe)", (row) => baseline(row, "McCabe")),
    line("first whole model", (row) => first[row.program]),
    line("second model", (row) => second[row.program]),
    line("**now**", (row) => [row.coverage["5"] ?? 0, row.recall5]),
  ];
  const validated = crossValidation
    ? `\n\nFitted values, leaving one package out (${crossValidation.settings} settings, ${crossValidation.date}): the setting chosen on the other packages scores
**${pairOf(crossValidation.large)}** on the large and **${pairOf(crossValidation.all)}** on all programs; the best setting in sample ${pairOf(crossValidation.inSampleLarge)} and ${pairOf(crossValidation.inSampleAll)}.`
    : "";
  return `## Result\n\n| order | ${large.length} large programs | all ${score.programs.length} |\n|---|---|---|\n${rows.join("\n")}${validated}`;
}

function baseline(row: ScoreOutput["programs"][number], name: string): Pair | undefined {
  const found = row.baselines?.[name];
  return found && [found.coverage["5"] ?? 0, found.recall5];
}

function perProgram({ score, first, second, facts }: ReadmeInput): string {
  const rows = score.programs.map((row) => {
    const known = facts.get(row.program);
    const earlier = [first, second].map((scores) => (scores[row.program] ? pairOf(scores[row.program] as Pair) : "")).join(" | ");
    return `| ${row.program} | ${row.functions} | ${earlier} | ${pairOf([row.coverage["5"] ?? 0, row.recall5])} | ${number(row.coverage["1"] ?? 0)} | ${number(row.coverage["10"] ?? 0)} | ${known?.confidence ?? ""} | ${known?.bound ?? ""} |`;
  });
  return `## Each program whose own Python is the bottleneck

| program | functions | first model | second model | now | coverage@1 | coverage@10 | confidence | bound |
|---|---|---|---|---|---|---|---|---|
${rows.join("\n")}`;
}

function calibration({ score, facts }: ReadmeInput): string {
  const rows = (["high", "medium", "low"] as const).map((level) => {
    const those = score.programs.filter((row) => facts.get(row.program)?.confidence === level);
    const values = those.map((row) => row.coverage["5"] ?? 0).sort((left, right) => left - right);
    const average = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return `| ${level} | ${values.length} | ${number(average)} | ${number(values[0] ?? 0)} .. ${number(values.at(-1) ?? 0)} |`;
  });
  return `## How sure, and how right

| confidence | programs | mean coverage@5 | range |
|---|---|---|---|
${rows.join("\n")}`;
}

function negatives({ programs, facts, score }: ReadmeInput): string {
  const kinds = ["own-python", "native", "library", "io", "unknown"] as const;
  const count = (cpuBound: boolean, kind: string): number =>
    programs.filter((item) => item.cpuBound === cpuBound && facts.get(item.program)?.bound === kind).length;
  const rows = kinds.map((kind) => `| ${kind} | ${count(true, kind)} | ${count(false, kind)} |`);
  const cpuBound = programs.filter((item) => item.cpuBound).map((item) => facts.get(item.program)?.hints);
  const found = cpuBound.reduce((sum, hints) => sum + (hints?.found ?? 0), 0);
  const hinted = cpuBound.reduce((sum, hints) => sum + (hints?.hinted ?? 0), 0);
  const { pooledHintsPerKloc, withoutHints, scored } = score.negativeAggregate;
  return `## Is own Python the bottleneck at all?

| the estimate says | own Python is (${programs.filter((item) => item.cpuBound).length} programs) | it is not (${programs.filter((item) => !item.cpuBound).length}) |
|---|---|---|
${rows.join("\n")}

Hints (first advice other than keep) per 1000 lines on programs whose own Python is not the bottleneck: ${number(pooledHintsPerKloc ?? 0)} pooled, ${withoutHints} of ${scored} programs without any.
Of the five hottest functions of each program whose own Python is the bottleneck, the reports hold ${found}; ${hinted} of these (${number(hinted / Math.max(1, found))}) get a first advice other than keep.`;
}

function entries({ drivers }: ReadmeInput): string {
  const rows = drivers.map(
    (item) =>
      `| ${item.library} | ${item.driver} | ${pairOf([item.without.coverage5, item.without.recall5])} | ${pairOf([item.withEntry.coverage5, item.withEntry.recall5])} |`,
  );
  const average = (key: "without" | "withEntry"): string =>
    pairOf(mean(drivers.map((item) => [item[key].coverage5, item[key].recall5] as Pair)));
  return `## With the entry point named

Library and driver assessed together, without and with \`--entry\` naming the driver.

| library | driver | without | with |
|---|---|---|---|
${rows.join("\n")}
| **mean** | | ${average("without")} | ${average("withEntry")} |`;
}

function howTo(): string {
  return `## Run it

    npm run bench:accuracy -- --truth DIR      score everything and write this page
    npm run bench:fit -- --truth DIR           fit the values marked \`fitted\` in knowledge/priors.yaml, leaving one package out at a time

\`DIR\` holds the profiles, \`score.py\` and \`fetch_sources.py\`; sources are fetched by pinned version and checked against their digests.
\`--sources DIR\` uses sources that are laid out already, \`--only TEXT\` some programs. \`bench/payoff\` measures the costs in
\`knowledge/operations.yaml\`.`;
}

function mean(pairs: readonly (Pair | undefined)[]): Pair {
  const known = pairs.filter((pair) => pair !== undefined);
  const sum = (index: 0 | 1): number => known.reduce((total, pair) => total + pair[index], 0) / Math.max(1, known.length);
  return [sum(0), sum(1)];
}

function pairOf([coverage, recall]: Pair): string {
  return `${number(coverage)} / ${number(recall)}`;
}

function number(value: number): string {
  return value.toFixed(3).replace(/^0(?=\.)/, "");
}
