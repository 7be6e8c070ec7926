import type { Effort, Speedup } from "./contract";

/** Each doubling of speed saves half of what is left: gain counts by its logarithm. */
export function gainPerHour({ speedup, effort }: { readonly speedup: Speedup; readonly effort: Effort }): number {
  return Math.log2(Math.max(1, speedup.mid)) / Math.max(0.5, (effort.lowHours + effort.highHours) / 2);
}
