/**
 * What changed between two sides of runs, before and after a rewrite, and how much of it is more than chance. A share of a sampling
 * profile has the standard error of a proportion, sqrt(p (1 - p) / n); several runs of a side show their spread as well, and the
 * larger of the two counts. As many functions are looked at, each has to pass the bound for all of them together (Bonferroni, with
 * Chernoff's bound for the tail of the normal distribution, so rather too strict than too loose).
 */
import type { FunctionId } from "../graph";
import type { MeasuredProfile, RawProfile } from "./contract";

/** One run of one side: its profile, and the same mapped to the project. */
export interface ComparedRun {
  readonly profile: RawProfile;
  readonly measured: MeasuredProfile;
}

export interface ComparedFunction {
  readonly id: FunctionId;
  /** Own share of the CPU time, mean over the runs. */
  readonly before: number;
  readonly after: number;
  /** Standard error of `after - before`; undefined where nothing tells it (one run of a tracing profiler). */
  readonly error?: number;
  /** `unclear`: the difference may be chance. `untested`: no error can be told. */
  readonly change: "more" | "less" | "unclear" | "untested";
}

export interface ComparedProfiles {
  /** CPU seconds of one run, mean; undefined where the format counts something else. */
  readonly secondsBefore?: number;
  readonly secondsAfter?: number;
  readonly samplesBefore: number;
  readonly samplesAfter: number;
  /** Largest difference first, functions that neither side saw left out. */
  readonly functions: readonly ComparedFunction[];
}

/** Chance that any function at all is called changed when none is. */
const falseAlarms = 0.05;
/** Differences below this are not listed. */
const leastDifference = 0.0005;

/** Pure. Each side has at least one run. */
export function compareProfiles(before: readonly ComparedRun[], after: readonly ComparedRun[]): ComparedProfiles {
  const ids = new Set([...before, ...after].flatMap(({ measured }) => [...measured.functions.keys()]));
  const tests = Math.max(1, ids.size);
  const bound = Math.sqrt(2 * Math.log(tests / falseAlarms));
  const functions = [...ids].map((id): ComparedFunction => {
    const one = shareOf(id, before);
    const other = shareOf(id, after);
    const error = one.error === undefined || other.error === undefined ? undefined : Math.hypot(one.error, other.error);
    return { id, before: one.mean, after: other.mean, error, change: changeOf(other.mean - one.mean, error, bound) };
  });
  return {
    secondsBefore: secondsOf(before),
    secondsAfter: secondsOf(after),
    samplesBefore: samplesOf(before),
    samplesAfter: samplesOf(after),
    functions: functions
      .filter((it) => Math.abs(it.after - it.before) >= leastDifference)
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || a.id - b.id),
  };
}

function changeOf(difference: number, error: number | undefined, bound: number): ComparedFunction["change"] {
  if (error === undefined) return "untested";
  if (Math.abs(difference) <= bound * error) return "unclear";
  return difference > 0 ? "more" : "less";
}

function shareOf(id: FunctionId, runs: readonly ComparedRun[]): { readonly mean: number; readonly error: number | undefined } {
  const shares = runs.map(({ measured }) => measured.functions.get(id)?.self ?? 0);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const ofRuns = runs.length < 2 ? undefined : Math.sqrt(variance(shares, mean) / shares.length);
  return { mean, error: larger(samplingError(mean, runs), ofRuns) };
}

/** At least half a sample is granted to a function that was never seen: not seen is not never run. */
function samplingError(share: number, runs: readonly ComparedRun[]): number | undefined {
  const samples = samplesOf(runs);
  if (samples === 0) return undefined;
  const granted = Math.min(1, Math.max(share, 0.5 / samples));
  return Math.sqrt((granted * (1 - granted)) / samples);
}

function variance(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function larger(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}

function samplesOf(runs: readonly ComparedRun[]): number {
  return runs.reduce((sum, { measured }) => sum + measured.samples, 0);
}

/** CPU time, waiting left out; only where every run of the side counts seconds. */
function secondsOf(runs: readonly ComparedRun[]): number | undefined {
  if (runs.some(({ profile }) => profile.unit !== "seconds")) return undefined;
  const sum = runs.reduce((all, { profile }) => all + profile.nodes.reduce((own, { self }) => own + self.python + self.native, 0), 0);
  return sum / runs.length;
}
