/**
 * Fits the gains of the classes of work, and what calls take, for one target to measured kernels. Each figure is pulled in the logarithm towards
 * what single operations of the class gain by themselves (`knowledge/measurements/payoff-operations.yaml`) or the target's documentation
 * says, so that a class of which few kernels have much stays near that; a kernel counts once however many sizes it has.
 */
import { isFrameKind } from "../../src/advice/payoff/frame-kinds";
import { callingShare, coreGain, heldBack } from "../../src/advice/payoff/gain-model";
import { type WorkByClass, workClasses } from "../../src/advice/payoff/work-classes";
import type { ClassGains } from "../../src/knowledge";
import { type Start, starts } from "./gain-starts";

export interface GainSample {
  readonly kernel: string;
  readonly codeKind: string;
  readonly work: WorkByClass;
  /** Of the Python version. */
  readonly units: number;
  /** Handing values over as a part of the Python version's time. */
  readonly boundary: number;
  readonly speedup: number;
}

export type TargetModel = Pick<ClassGains, "gains" | "call" | "frameCall">;

/** How strongly a gain is pulled towards its start: a gain that is off by a factor of e weighs as much as so many kernels off by about 1.1 in the logarithm. */
const pull = 1;
/** The same for what calls take. */
const callPull = 0.1;
/** Errors up to this count by their square, larger ones by their size: one kernel that is unlike the rest does not bend the figures of all. */
const ordinary = 0.4;
const steps = [1.6, 1.25, 1.1, 1.04];
const most = 3000;
const least = 0.3;

type Figure = keyof Start;

export function fitGains(samples: readonly GainSample[], target: string): TargetModel {
  const start = starts[target] as Start;
  const weights = weightsOf(samples);
  const figures: Record<Figure, number> = { ...start };
  // A call that takes nothing at the start is no figure of the target.
  const fitted = (Object.keys(start) as Figure[]).filter((it) => start[it] > 0);
  let error = errorOf(samples, weights, figures, start);
  for (const step of steps) {
    for (let improved = true; improved; ) {
      improved = false;
      for (const it of fitted) {
        for (const factor of [step, 1 / step]) {
          const before = figures[it];
          figures[it] = isCall(it) ? before * factor : Math.min(most, Math.max(least, before * factor));
          const now = errorOf(samples, weights, figures, start);
          if (now < error - 1e-4) {
            error = now;
            improved = true;
          } else figures[it] = before;
        }
      }
    }
  }
  const { call, frameCall, ...gains } = figures;
  return { gains, call, frameCall };
}

export function predictSample(
  { work, boundary, units, codeKind }: Pick<GainSample, "work" | "boundary" | "units" | "codeKind">,
  model: TargetModel,
): number {
  return heldBack(coreGain(work, model.gains), {
    staying: 0,
    crossing: boundary,
    calling: callingShare(model, isFrameKind(codeKind), units),
  });
}

function errorOf(
  samples: readonly GainSample[],
  weights: readonly number[],
  figures: Readonly<Record<Figure, number>>,
  start: Start,
): number {
  const { call, frameCall } = figures;
  const model = { gains: figures, call, frameCall };
  let error = 0;
  for (const [index, sample] of samples.entries()) {
    const off = Math.log(predictSample(sample, model) / sample.speedup) / ordinary;
    error += (weights[index] as number) * 2 * ordinary * (Math.sqrt(1 + off * off) - 1);
  }
  for (const it of workClasses) error += pull * Math.log(figures[it] / start[it]) ** 2;
  for (const it of ["call", "frameCall"] as const) if (start[it] > 0) error += callPull * Math.log(figures[it] / start[it]) ** 2;
  return error;
}

function isCall(figure: Figure): boolean {
  return figure === "call" || figure === "frameCall";
}

function weightsOf(samples: readonly GainSample[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const { kernel } of samples) counts.set(kernel, (counts.get(kernel) ?? 0) + 1);
  return samples.map(({ kernel }) => 1 / (counts.get(kernel) as number));
}
