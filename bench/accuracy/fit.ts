/**
 * `npm run bench:fit`: tries settings of the fitted priors on the measured programs and reports the cross-validated score: for each package
 * the setting that is best on all others is scored on it. Writes `cross-validation.json`, which `run.ts` shows; prints the best setting,
 * which goes into `knowledge/priors.yaml` by hand, so that nobody fits by accident.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Knowledge } from "../../src/knowledge";
import { readArguments } from "./command-line";
import { type Evaluation, evaluate } from "./evaluate";
import type { PriorChanges } from "./knowledge-variants";
import { loadProjectKnowledge } from "./load-knowledge";
import { createBenchParser } from "./read-program";
import { LARGE_FROM, packageOf } from "./truth";
import type { CrossValidation, Pair } from "./write-readme";

/** Few and interpretable: each value says one thing about programs, and the steps are coarse on purpose. */
const grid: Readonly<Record<string, readonly number[]>> = {
  "loop-exponent": [0.3, 0.4, 0.5, 0.6, 0.7],
  "site-exponent": [0.2, 0.4, 0.6, 0.8],
  "spread-exponent": [0.6, 0.7, 0.8, 0.9, 1],
  "caller-exponent": [0.6, 0.7, 0.8, 0.9, 1],
  "recursion-limit": [0.5, 0.65, 0.8, 0.9],
  "flat-exponent": [0, 0.15, 0.3, 0.45, 0.6],
  "frequency-exponent": [0.85, 1, 1.15, 1.3],
  waiting: [0.02, 0.15, 1],
};

async function main(): Promise<void> {
  const { sources, programs } = readArguments();
  const knowledge = loadProjectKnowledge();
  const settings = neighbours(knowledge);
  const parser = await createBenchParser();
  const evaluations = evaluate(
    parser,
    sources,
    programs.filter((program) => program.cpuBound),
    knowledge,
    settings,
  );
  parser.dispose();
  const best = bestSetting(evaluations, settings.length);
  const result = crossValidate(evaluations, settings.length);
  writeFileSync(
    resolve("bench/accuracy/cross-validation.json"),
    `${JSON.stringify({ ...result, settings: settings.length }, undefined, 2)}\n`,
  );
  console.log("best in sample", settings[best], meanPair(evaluations, best, true), meanPair(evaluations, best, false));
  console.log("as they are", meanPair(evaluations, 0, true), meanPair(evaluations, 0, false));
  console.log("cross-validated", result.large, result.all);
  for (const [index, setting] of settings.entries()) {
    console.log(JSON.stringify(setting).padEnd(50), meanPair(evaluations, index, true), meanPair(evaluations, index, false));
  }
}

/** The values as they are, then each of them one step lower and one step higher. Repeat the fit from the best until nothing improves. */
function neighbours(knowledge: Knowledge): readonly PriorChanges[] {
  const settings: PriorChanges[] = [{}];
  for (const [name, values] of Object.entries(grid)) {
    const now = knowledge.priors.value(name);
    const lower = values.filter((value) => value < now).at(-1);
    const higher = values.find((value) => value > now);
    for (const value of [lower, higher]) if (value !== undefined) settings.push(changeOf(name, value));
  }
  return settings;
}

/** Loop-weighted and flat work share one unit of exponent. */
function changeOf(name: string, value: number): PriorChanges {
  return name === "flat-exponent" ? { [name]: value, "work-exponent": 1 - value } : { [name]: value };
}

/** What a setting is worth on some programs: both measures, large programs counted twice as they are among all. */
function worth(evaluations: readonly Evaluation[], setting: number): number {
  const [largeCoverage, largeRecall] = meanPair(evaluations, setting, true);
  const [coverage, recall] = meanPair(evaluations, setting, false);
  return largeCoverage + largeRecall + coverage + recall;
}

function bestSetting(evaluations: readonly Evaluation[], count: number): number {
  let best = 0;
  for (let setting = 1; setting < count; setting++) if (worth(evaluations, setting) > worth(evaluations, best)) best = setting;
  return best;
}

function crossValidate(evaluations: readonly Evaluation[], count: number): Omit<CrossValidation, "settings"> {
  const packages = [...new Set(evaluations.map(({ program }) => packageOf(program)))];
  const held = packages.flatMap((name) => {
    const chosen = bestSetting(
      evaluations.filter(({ program }) => packageOf(program) !== name),
      count,
    );
    return evaluations
      .filter(({ program }) => packageOf(program) === name)
      .map(({ program, scores }) => ({ program, scores: [scores[chosen] as Evaluation["scores"][number]] }));
  });
  const best = bestSetting(evaluations, count);
  return {
    date: new Date().toISOString().slice(0, 10),
    large: meanPair(held, 0, true),
    all: meanPair(held, 0, false),
    inSampleLarge: meanPair(evaluations, best, true),
    inSampleAll: meanPair(evaluations, best, false),
  };
}

function meanPair(evaluations: readonly Evaluation[], setting: number, largeOnly: boolean): Pair {
  const rows = evaluations.filter(({ program }) => !largeOnly || program.source.functions >= LARGE_FROM);
  const sum = (key: "coverage5" | "recall5"): number => rows.reduce((total, row) => total + (row.scores[setting]?.[key] ?? 0), 0);
  return [sum("coverage5") / Math.max(1, rows.length), sum("recall5") / Math.max(1, rows.length)];
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
