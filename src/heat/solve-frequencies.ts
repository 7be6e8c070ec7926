/**
 * The call graph's linear system (Wagner et al., PLDI 1994): a function runs as often as it is entered from outside plus what its callers
 * hand on. Solved by iteration from the entry weights; recursion keeps its gain, bounded by the number of steps and a cap.
 */
import type { WeightedEdges } from "./weigh-edges";

const STEPS = 30;
const CAP = 1e6;

/** Frequencies by function. `gain` multiplies what arrives (recursion that was left out of the edges). */
export function solveFrequencies(entries: Float64Array, edges: WeightedEdges, gain: Float64Array, damping: number): Float64Array {
  const { caller, callee, weight } = edges;
  let current = Float64Array.from(entries);
  let next = new Float64Array(entries.length);
  for (let step = 0; step < STEPS; step++) {
    next.set(entries);
    for (let i = 0; i < weight.length; i++) {
      const to = callee[i] as number;
      next[to] = (next[to] as number) + damping * (weight[i] as number) * (current[caller[i] as number] as number);
    }
    let change = 0;
    for (let i = 0; i < next.length; i++) {
      const value = Math.min((next[i] as number) * (gain[i] as number), CAP);
      change = Math.max(change, Math.abs(value - (current[i] as number)) / (value + 1e-12));
      next[i] = value;
    }
    [current, next] = [next, current];
    if (change < 1e-4) break;
  }
  return current;
}

/** Work of one call with everything it calls: the same system, transposed. */
export function solveInclusiveWork(work: Float64Array, edges: WeightedEdges, gain: Float64Array, damping: number): Float64Array {
  const { caller, callee, weight } = edges;
  let current = Float64Array.from(work);
  let next = new Float64Array(work.length);
  for (let step = 0; step < STEPS; step++) {
    next.set(work);
    for (let i = 0; i < weight.length; i++) {
      const from = caller[i] as number;
      const to = callee[i] as number;
      next[from] = (next[from] as number) + damping * (weight[i] as number) * (gain[to] as number) * (current[to] as number);
    }
    for (let i = 0; i < next.length; i++) next[i] = Math.min(next[i] as number, CAP * CAP);
    [current, next] = [next, current];
  }
  return current;
}
