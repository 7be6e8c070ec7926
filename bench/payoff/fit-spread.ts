/**
 * How far off predictions are, from predictions of kernels that had been left out: a step for each group of work (`widen.ts`), drawn towards
 * the mean of all, then how many steps down and up hold four of five kernels.
 */
import { stepOf } from "../../src/advice/payoff/widen";
import { byGroup, type WorkByClass, workGroups } from "../../src/advice/payoff/work-classes";
import type { ClassGains } from "../../src/knowledge";

export interface JudgedPrediction {
  readonly kernel: string;
  readonly work: WorkByClass;
  readonly predicted: number;
  readonly measured: number;
}

export type Spread = Pick<ClassGains, "spread" | "low" | "high">;

type Group = keyof typeof workGroups;
const groups = Object.keys(workGroups) as Group[];

/** How many kernels the mean of all counts as beside those of a group. */
const shrink = 0.3;
/** A kernel that is off by more says that there are such kernels, not how wide the range of the others is. */
const furthest = 1.5;
const leastStep = 0.15;
/** Part of the kernels that may lie outside on each side; less where few kernels tell. */
const outside = 0.1;
const fewKernels = 0.5;

export function fitSpread(judged: readonly JudgedPrediction[]): Spread {
  const spread = fitSteps(judged);
  const steps = judged.map(({ work, predicted, measured }) => Math.log(measured / predicted) / stepOf(work, spread));
  steps.sort((a, b) => a - b);
  const part = Math.max(0, outside - fewKernels / new Set(judged.map(({ kernel }) => kernel)).size);
  return { spread, low: Math.min(0, quantile(steps, part)), high: Math.max(0, quantile(steps, 1 - part)) };
}

/** Least squares for the size of the error from the parts of the work in each group, by going through the groups until nothing moves. */
function fitSteps(judged: readonly JudgedPrediction[]): Record<Group, number> {
  const counts = new Map<string, number>();
  for (const { kernel } of judged) counts.set(kernel, (counts.get(kernel) ?? 0) + 1);
  const rows = judged.map(({ kernel, work, predicted, measured }) => ({
    parts: byGroup(work),
    error: Math.min(furthest, Math.abs(Math.log(measured / predicted))),
    weight: 1 / (counts.get(kernel) as number),
  }));
  const mean = rows.reduce((sum, { error, weight }) => sum + error * weight, 0) / counts.size;
  const steps: Record<Group, number> = { numbers: mean, values: mean, frames: mean };
  for (let round = 0; round < 100; round++) {
    for (const group of groups) {
      let above = shrink * mean;
      let below = shrink;
      for (const { parts, error, weight } of rows) {
        const others = groups.reduce((sum, it) => sum + (it === group ? 0 : parts[it] * steps[it]), 0);
        above += weight * parts[group] * (error - others);
        below += weight * parts[group] ** 2;
      }
      steps[group] = Math.max(leastStep, above / below);
    }
  }
  return steps;
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
