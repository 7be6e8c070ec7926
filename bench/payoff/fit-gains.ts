/**
 * Fits the gains of the classes of work, and what calls take, for one target to measured kernels. Each figure is pulled in the logarithm towards
 * what single operations of the class gain by themselves (`knowledge/measurements/payoff-operations.yaml`) or the target's documentation
 * says, so that a class of which few kernels have much stays near that; a kernel counts once however many sizes it has.
 */
import { isFrameKind } from "../../src/advice/payoff/frame-kinds";
import { callingShare, coreGain, heldBack } from "../../src/advice/payoff/gain-model";
import { byClass, type WorkByClass } from "../../src/advice/payoff/work-classes";
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

/** How strongly a figure is pulled towards its start: a gain that is off by a factor of e weighs as much as a kernel that is off by about 0.8 in the logarithm. */
const pull = 0.5;
/** The same for what calls take. */
const callPull = 0.1;
/** Errors up to this count by their square, larger ones by their size: one kernel that is unlike the rest does not bend the figures of all. */
const ordinary = 0.8;
const steps = [1.6, 1.25, 1.1, 1.04];
const most = 3000;
const least = 0.3;

type Figure = keyof Start;

export function fitGains(samples: readonly GainSample[], target: string): TargetModel {
  const start = starts[target] as Start;
  const fit = new Fit(samples, start);
  // A call that takes nothing at the start is no figure of the target.
  const fitted = (Object.keys(start) as Figure[]).filter((it) => start[it] > 0);
  for (const step of steps) {
    for (let improved = true; improved; ) {
      improved = false;
      for (const it of fitted) for (const factor of [step, 1 / step]) improved = fit.tries(it, factor) || improved;
    }
  }
  const { call, frameCall, ...gains } = fit.figures;
  return { gains, call, frameCall };
}

/** Figures, and the error of each sample under them: another figure changes only the samples that have work of its kind. */
class Fit {
  readonly figures: Record<Figure, number>;
  private readonly weights: readonly number[];
  private readonly errors: number[];
  private readonly having: Readonly<Record<Figure, readonly number[]>>;

  constructor(
    private readonly samples: readonly GainSample[],
    private readonly start: Start,
  ) {
    this.figures = { ...start };
    this.weights = weightsOf(samples);
    this.errors = samples.map((_, index) => this.errorOf(index));
    const indices = [...samples.keys()];
    const isFrame = (index: number) => isFrameKind((samples[index] as GainSample).codeKind);
    this.having = {
      ...byClass((it) => indices.filter((index) => (samples[index] as GainSample).work[it] > 0)),
      call: indices.filter((index) => !isFrame(index)),
      frameCall: indices.filter(isFrame),
    };
  }

  /** Whether the figure is better when it is `factor` times as large; then it is. */
  tries(figure: Figure, factor: number): boolean {
    const before = this.figures[figure];
    const now = isCall(figure) ? before * factor : Math.min(most, Math.max(least, before * factor));
    const affected = this.having[figure];
    const pulled = this.pulled(figure);
    this.figures[figure] = now;
    const errors = affected.map((index) => this.errorOf(index));
    const change = errors.reduce((sum, error, place) => sum + error - (this.errors[affected[place] as number] as number), 0);
    if (change + this.pulled(figure) - pulled < -1e-4) {
      for (const [place, index] of affected.entries()) this.errors[index] = errors[place] as number;
      return true;
    }
    this.figures[figure] = before;
    return false;
  }

  private errorOf(index: number): number {
    const sample = this.samples[index] as GainSample;
    const { call, frameCall } = this.figures;
    const off = Math.log(predictSample(sample, { gains: this.figures, call, frameCall }) / sample.speedup) / ordinary;
    return (this.weights[index] as number) * 2 * ordinary * (Math.sqrt(1 + off * off) - 1);
  }

  private pulled(figure: Figure): number {
    return (isCall(figure) ? callPull : pull) * Math.log(this.figures[figure] / this.start[figure]) ** 2;
  }
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

function isCall(figure: Figure): boolean {
  return figure === "call" || figure === "frameCall";
}

function weightsOf(samples: readonly GainSample[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const { kernel } of samples) counts.set(kernel, (counts.get(kernel) ?? 0) + 1);
  return samples.map(({ kernel }) => 1 / (counts.get(kernel) as number));
}
