/**
 * How many times as fast a target runs code, by what the code's work consists of: each class of work has its own gain, and the parts that
 * gain little hold the whole back.
 *
 *   gain = 1 / (sum over classes of  part of the work / gain of the class)
 *   speedup = time / (time / gain + boundary)
 *
 * The gains are fitted to measured kernels by `bench/payoff/calibrate.ts`; `knowledge/payoff.yaml` has them.
 */
import type { ClassGains } from "../../knowledge";
import { type WorkByClass, workClasses } from "./weigh-work";

/** Without the boundary. */
export function coreGain(work: WorkByClass, gains: ClassGains["gains"]): number {
  let rest = 0;
  for (const it of workClasses) rest += work[it] / gains[it];
  return rest > 0 ? 1 / rest : 1;
}

/** `boundary` as a part of the time of the code as it is, `staying` the part of it that does not move. */
export function heldBack(gain: number, staying: number, boundary: number): number {
  return 1 / (staying + (1 - staying) / gain + boundary);
}
