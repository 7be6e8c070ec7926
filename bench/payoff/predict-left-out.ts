/**
 * Predicts each kernel from the others: the fit of a target never sees the kernel that it is judged by, and the range around a prediction
 * comes from how far off the predictions of the other kernels were. The same functions, given all kernels, make what ships.
 */
import { heldBack } from "../../src/advice/payoff/gain-model";
import { widenBy } from "../../src/advice/payoff/widen";
import { fitGains, predictSample } from "./fit-gains";
import type { Sample } from "./samples";

export interface Prediction {
  readonly sample: Sample;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Targets that run the same steps compiled; the others put something else in their place, and go by kind of code. */
export const compiledTargets: ReadonlySet<string> = new Set(["pyo3", "numba", "mypyc"]);

/** Their time is what a frame does for each row; it goes with the rows, whatever the steps are. */
export const frameKinds: ReadonlySet<string> = new Set(["dataframe-rows", "dataframe-concat"]);

/** Part of the kernels that may lie outside on each side; a little less than the tenth that is promised, because few kernels tell. */
const outside = 0.075;

export interface Spread {
  readonly low: number;
  readonly high: number;
}

export function predictLeftOut(samples: readonly Sample[], target: string): readonly Prediction[] {
  const own = samples.filter((it) => it.target === target);
  const kernels = [...new Set(own.map(({ kernel }) => kernel))];
  const mids = new Map<Sample, number>();
  for (const kernel of kernels) {
    const predict = fitTarget(
      own.filter((it) => it.kernel !== kernel),
      target,
    );
    for (const sample of own) if (sample.kernel === kernel) mids.set(sample, predict(sample));
  }
  return own.map((sample) => {
    const mid = mids.get(sample) as number;
    const others = own.filter(({ kernel }) => kernel !== sample.kernel);
    const spread = spreadOf(others.map((it) => ({ predicted: mids.get(it) as number, measured: it.speedup })));
    return { sample, mid, low: widenBy(mid, spread.low), high: widenBy(mid, spread.high) };
  });
}

/** In units of how unsure a prediction of its size is (`widenBy`). */
export function spreadOf(pairs: readonly { readonly predicted: number; readonly measured: number }[]): Spread {
  const errors = pairs.map(({ predicted, measured }) => Math.log(measured / predicted) / Math.log(widenBy(predicted, 1) / predicted));
  errors.sort((a, b) => a - b);
  return { low: Math.min(0, quantile(errors, outside)), high: Math.max(0, quantile(errors, 1 - outside)) };
}

export function fitTarget(samples: readonly Sample[], target: string): (sample: Sample) => number {
  if (!compiledTargets.has(target)) return byKind(samples);
  const steps = samples.filter(({ codeKind }) => !frameKinds.has(codeKind));
  const frames = byKind(samples.filter(({ codeKind }) => frameKinds.has(codeKind)));
  const gains = fitGains(steps, target);
  return (sample) => (frameKinds.has(sample.codeKind) ? frames(sample) : predictSample(sample, gains));
}

function byKind(samples: readonly Sample[]): (sample: Sample) => number {
  const figures = fitKinds(samples);
  return (sample) => predictKind(sample, figures.gainOf(sample.codeKind), figures.call);
}

export interface KindFigures {
  /** Microseconds that a call takes whatever its size. */
  readonly call: number;
  gainOf(kind: string): number;
  /** Kernels behind the figure of each kind. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
}

/** How many kernels the target's overall figure counts as beside those of the kind. */
const shrink = 1;
const calls = [0, 1, 3, 10, 30, 100, 200, 400, 800];

/**
 * What a call takes, one figure for the target, and one gain for each kind of code beyond that: the mean of the logarithm over the kernels
 * of the kind, drawn towards the median of all.
 */
export function fitKinds(samples: readonly Sample[]): KindFigures {
  let best: KindFigures | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const call of calls) {
    const figures = fitGainsOfKinds(samples, call);
    const error = samples.reduce((sum, it) => sum + Math.abs(Math.log(predictKind(it, figures.gainOf(it.codeKind), call) / it.speedup)), 0);
    if (error < least) {
      least = error;
      best = figures;
    }
  }
  return best ?? fitGainsOfKinds(samples, 0);
}

function fitGainsOfKinds(samples: readonly Sample[], call: number): KindFigures {
  const byKernel = new Map<string, { kind: string; logs: number[] }>();
  for (const sample of samples) {
    const entry = byKernel.get(sample.kernel) ?? { kind: sample.codeKind, logs: [] };
    // What remains when call and boundary are taken off, which the formula puts back; at least a fifth, where they are guessed too high.
    const rest = Math.max(1 / sample.speedup - sample.boundary - call / sample.python, 0.2 / sample.speedup);
    entry.logs.push(-Math.log(rest));
    byKernel.set(sample.kernel, entry);
  }
  const kernels = [...byKernel].map(([name, { kind, logs }]) => ({ name, kind, log: median(logs) }));
  const overall = median(kernels.map(({ log }) => log));
  return {
    call,
    gainOf(kind) {
      const logs = kernels.filter((it) => it.kind === kind).map(({ log }) => log);
      return Math.exp((logs.reduce((sum, it) => sum + it, 0) + shrink * overall) / (logs.length + shrink));
    },
    kinds: new Map(
      [...new Set(kernels.map(({ kind }) => kind))].map((kind) => [kind, kernels.filter((it) => it.kind === kind).map(({ name }) => name)]),
    ),
  };
}

function predictKind(sample: Sample, gain: number, call: number): number {
  return heldBack(gain, 0, sample.boundary + call / sample.python);
}

export function quantile(sorted: readonly number[], part: number): number {
  const at = part * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
