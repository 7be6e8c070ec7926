/**
 * Fits the gains of the classes of work for one target to measured kernels. Each gain is pulled in the logarithm towards what single operations
 * of the class gain by themselves (`knowledge/measurements/payoff-operations.yaml`) or the target's documentation says, so that a class of
 * which few kernels have much stays near that; a kernel counts once however many sizes it has.
 */
import { coreGain, heldBack } from "../../src/advice/payoff/gain-model";
import { type WorkByClass, workClasses } from "../../src/advice/payoff/weigh-work";

export interface GainSample {
  readonly kernel: string;
  readonly work: WorkByClass;
  /** Seconds of the boundary as a part of the Python version's time. */
  readonly boundary: number;
  readonly speedup: number;
}

export type Gains = WorkByClass;

/** Where a class starts: nobody's fit, the order of magnitude that single operations show. */
const starts: Readonly<Record<string, Gains>> = {
  pyo3: { computing: 60, access: 40, attributes: 40, calls: 60, hashing: 5, textKeys: 1, text: 3, making: 15, functions: 10, native: 1.5 },
  cython: {
    computing: 60,
    access: 40,
    attributes: 10,
    calls: 60,
    hashing: 1.2,
    textKeys: 1.2,
    text: 1.2,
    making: 10,
    functions: 5,
    native: 1,
  },
  numba: {
    computing: 60,
    access: 40,
    attributes: 40,
    calls: 60,
    hashing: 10,
    textKeys: 5,
    text: 10,
    making: 15,
    functions: 5,
    native: 1.5,
  },
  mypyc: {
    computing: 6,
    access: 3,
    attributes: 5,
    calls: 5,
    hashing: 1.2,
    textKeys: 1.2,
    text: 1.1,
    making: 1.5,
    functions: 1.1,
    native: 1,
  },
};

/** How strongly a class is pulled towards the others: so many kernels' errors weigh as much as a class that is off by a factor of e. */
const pull = 0.5;
const steps = [1.6, 1.25, 1.1, 1.04];
/** Compiled code is not slower than the interpreter at any class of work, and at none faster than this. */
const most = 400;
const least = 0.5;

export function fitGains(samples: readonly GainSample[], target: string): Gains {
  const weights = weightsOf(samples);
  const start = starts[target] as Gains;
  const gains = { ...start } as Record<(typeof workClasses)[number], number>;
  let error = errorOf(samples, weights, gains, start);
  for (const step of steps) {
    for (let improved = true; improved; ) {
      improved = false;
      for (const it of workClasses) {
        for (const factor of [step, 1 / step]) {
          const before = gains[it];
          gains[it] = Math.min(most, Math.max(least, before * factor));
          const now = errorOf(samples, weights, gains, start);
          if (now < error - 1e-6) {
            error = now;
            improved = true;
          } else gains[it] = before;
        }
      }
    }
  }
  return gains;
}

export function predictSample(sample: Pick<GainSample, "work" | "boundary">, gains: Gains): number {
  return heldBack(coreGain(sample.work, gains), 0, sample.boundary);
}

function errorOf(samples: readonly GainSample[], weights: readonly number[], gains: Gains, start: Gains): number {
  let error = 0;
  for (const [index, sample] of samples.entries()) {
    // Absolute error: one kernel that is unlike the rest does not bend the figures of all.
    error += (weights[index] as number) * Math.abs(Math.log(predictSample(sample, gains) / sample.speedup));
  }
  return error + pull * workClasses.reduce((sum, it) => sum + Math.log(gains[it] / start[it]) ** 2, 0);
}

function weightsOf(samples: readonly GainSample[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const { kernel } of samples) counts.set(kernel, (counts.get(kernel) ?? 0) + 1);
  return samples.map(({ kernel }) => 1 / (counts.get(kernel) as number));
}
