/**
 * The call graph's system (Wagner et al., PLDI 1994): a function runs as often as it is entered from outside plus what its callers hand
 * on. Two things bend it away from the linear one. Recursion has been bounded before (`limit-recursion.ts`). And where the project does
 * not show what it runs, each caller's contribution above one call counts by a power below one: its estimate multiplies the errors of a
 * whole chain, so many independent callers say more than one caller with a large number.
 */
import type { WeightedEdges } from "./weigh-edges";

const STEPS = 40;
const CAP = 1e9;

/** Frequencies by function. `exponent` is the power of a contribution above one; 1 gives the linear system. */
export function solveFrequencies(entries: Float64Array, edges: WeightedEdges, exponent: number): Float64Array {
  const { caller, callee, weight } = edges;
  let current = Float64Array.from(entries);
  let next = new Float64Array(entries.length);
  for (let step = 0; step < STEPS; step++) {
    next.set(entries);
    for (let i = 0; i < weight.length; i++) {
      const to = callee[i] as number;
      next[to] = (next[to] as number) + contribution((weight[i] as number) * (current[caller[i] as number] as number), exponent);
    }
    let change = 0;
    for (let i = 0; i < next.length; i++) {
      const value = Math.min(next[i] as number, CAP);
      change = Math.max(change, Math.abs(value - (current[i] as number)) / (value + 1e-12));
      next[i] = value;
    }
    [current, next] = [next, current];
    if (change < 1e-3) break;
  }
  return current;
}

/** What one caller adds: its expected calls, damped above one. */
export function contribution(calls: number, exponent: number): number {
  return calls > 1 && exponent !== 1 ? calls ** exponent : calls;
}
