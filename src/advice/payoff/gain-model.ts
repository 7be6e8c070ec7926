/**
 * How many times as fast a target runs code, by what the code's work consists of: each class of work has its own gain, and the parts that
 * gain little hold the whole back.
 *
 *   gain = 1 / (sum over classes of  part of the work / gain of the class)
 *   speedup = time / (time that stays + moved time / gain + handing values over + calls)
 *
 * The gains are fitted to measured kernels by `bench/payoff/calibrate.ts`; `knowledge/payoff.yaml` has them.
 */
import type { ClassGains } from "../../knowledge";
import { type WorkByClass, workClasses } from "./work-classes";

/** All as parts of the time of the code as it is. */
export interface Held {
  /** What does not move. */
  readonly staying: number;
  /** Handing values over. */
  readonly crossing: number;
  /** What calls take whatever their size. */
  readonly calling: number;
}

/** Where converting would cost more, compiled code works on Python's own objects instead, at about the cost of today. */
const mostCrossing = 0.9;

/** Without what holds it back. */
export function coreGain(work: WorkByClass, gains: ClassGains["gains"]): number {
  let rest = 0;
  for (const it of workClasses) rest += work[it] / gains[it];
  return rest > 0 ? 1 / rest : 1;
}

export function heldBack(gain: number, { staying, crossing, calling }: Held): number {
  return 1 / (staying + (1 - staying) / gain + Math.min(mostCrossing, crossing) + calling);
}

/** What calls take, as a part of `units`, the time of the code in operation units. */
export function callingShare({ call, frameCall }: Pick<ClassGains, "call" | "frameCall">, isFrame: boolean, units: number): number {
  return (isFrame ? frameCall : call) / units;
}
