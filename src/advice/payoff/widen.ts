/** How unsure a prediction is, by what the work is about. */
import type { ClassGains } from "../../knowledge";
import { byGroup, type WorkByClass } from "./work-classes";

/** One step of the logarithm: the spreads of the groups of work, each by its part. */
export function stepOf(work: WorkByClass, spread: ClassGains["spread"]): number {
  const { numbers, values, frames } = byGroup(work);
  return numbers * spread.numbers + values * spread.values + frames * spread.frames;
}

/** `steps` above (or below, when negative) a predicted speedup. */
export function widenBy(speedup: number, step: number, steps: number): number {
  return speedup * Math.exp(steps * step);
}
