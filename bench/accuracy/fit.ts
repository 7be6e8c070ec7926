/**
 * `npm run bench:fit`: tries settings of the fitted priors on the measured programs and reports the cross-validated score: for each package
 * the setting that is best on all others is scored on it. Writes `cross-validation.json`, which `run.ts` shows; prints the best setting,
 * which goes into `knowledge/priors.yaml` by hand, so that nobody fits by accident.
 */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { readArguments } from "./command-line";
import { type Evaluation, evaluate } from "./evaluate";
import type { PriorChanges } from "./knowledge-variants";
import { loadProjectKnowledge } from "./load-knowledge";
import { createBenchParser } from "./read-program";
import { LARGE_FROM, packageOf } from "./truth";
import type { CrossValidation, Pair } from "./write-readme";

/** Few and interpretable: each value says one thing about programs, and the grid is coarse on purpose. */
const grid: Readonly<Record<string, readonly number[]>> = {
  "loop-exponent": [0.3, 0.4, 0.5, 0.6],
  "site-exponent": [0.2, 0.4, 0.6],
  "caller-exponent": [0.6, 0.7, 0.8, 0.9],
  "recursion-limit": [0.5, 0.65, 0.8, 0.9],
  "flat-exponent": [0, 0.15, 0.3, 0.5],
  "frequency-exponent": [0.85, 1, 1.15],
  "branch-floor": [0.1, 0.3, 0.6],
};
const SETTINGS = 90;

async function main(): Promise<void> {
  const { sources, programs } = readArguments();
  const knowledge = loadProjectKnowledge();
  const settings = sampleSettings(SETTINGS);
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
  printEffects(evaluations, settings);
}

/** The values as they are first, then combinations of the grid, drawn by a fixed sequence so that a run can be repeated. */
function sampleSettings(count: number): readonly PriorChanges[] {
  const settings: PriorChanges[] = [{}];
  let state = 20;
  const draw = (values: readonly number[]): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)] as number;
  };
  while (settings.length < count) {
    const setting: Record<string, number> = {};
    for (const [name, values] of Object.entries(grid)) setting[name] = draw(values);
    setting["work-exponent"] = 1 - (setting["flat-exponent"] as number);
    settings.push(setting);
  }
  return settings;
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

/** Mean worth of the settings that share one value: shows which values matter and which are noise. */
function printEffects(evaluations: readonly Evaluation[], settings: readonly PriorChanges[]): void {
  for (const [name, values] of Object.entries(grid)) {
    const effects = values.map((value) => {
      const those = settings.map((setting, index) => ({ setting, index })).filter(({ setting }) => setting[name] === value);
      const average = those.reduce((sum, { index }) => sum + worth(evaluations, index), 0) / Math.max(1, those.length);
      return `${value}: ${(average / 4).toFixed(3)}`;
    });
    console.log(name.padEnd(20), effects.join("  "));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
