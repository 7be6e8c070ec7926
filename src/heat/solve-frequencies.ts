/**
 * The call graph's system (Wagner et al., PLDI 1994): a function runs as often as it is entered from outside plus what its callers hand
 * on. Two things bend it away from the linear one. Recursion has been bounded before (`limit-recursion.ts`). And where the project does
 * not show what it runs, each caller's contribution above one call counts by a power below one: its estimate multiplies the errors of a
 * whole chain, so many independent callers say more than one caller with a large number.
 */
import type { WeightedEdges } from "./weigh-edges";

const STEPS = 40;
const CAP = 1e9;

/** A solution with the way that led to it, from which the solution of a system that is much the same follows at little cost. */
export interface Frequencies {
  /** By function. */
  readonly values: Float64Array;
  /** Every step of the iteration, the entries first and `values` last. */
  readonly steps: readonly Float64Array[];
  /** Largest relative change of each step; 0 for the entries. */
  readonly changes: readonly number[];
}

/** `exponent` is the power of a contribution above one; 1 gives the linear system. */
export function solveFrequencies(entries: Float64Array, edges: WeightedEdges, exponent: number): Frequencies {
  return continueFrom([Float64Array.from(entries)], [0], entries, edges, exponent);
}

/**
 * The same numbers to the last digit, from the solution of an earlier system of as many functions: each step is that of before, but for
 * the functions `touched` (what reaches them by edges, or their entry, has changed) and those whose callers differ in the step before.
 */
export function solveFrequenciesAgain(
  before: Frequencies,
  touched: readonly number[],
  entries: Float64Array,
  edges: WeightedEdges,
  exponent: number,
): Frequencies {
  const incoming = edgesByCallee(edges, entries.length);
  const outgoing = edges.layout.start;
  const steps: Float64Array[] = [Float64Array.from(entries)];
  const changes = [0];
  const known = before.steps[0] as Float64Array;
  let different = touched.filter((id) => known[id] !== entries[id]);
  for (let step = 1; step < before.steps.length; step++) {
    const last = steps[step - 1] as Float64Array;
    const old = before.steps[step] as Float64Array;
    const reached = new Set(touched);
    for (const id of different)
      for (let i = outgoing[id] as number; i < (outgoing[id + 1] as number); i++) reached.add(edges.callee[i] as number);
    const wasDifferent = different.length > 0;
    different = [];
    const values: number[] = [];
    for (const id of reached) {
      const value = Math.min(callsOf(id, last, entries, edges, exponent, incoming), CAP);
      if (value === old[id]) continue;
      different.push(id);
      values.push(value);
    }
    const next = different.length > 0 ? old.slice() : old;
    for (const [index, id] of different.entries()) next[id] = values[index] as number;
    const change = wasDifferent || different.length > 0 ? largestChange(next, last) : (before.changes[step] as number);
    steps.push(next);
    changes.push(change);
    if (change < ENOUGH) return { values: next, steps, changes };
  }
  return continueFrom(steps, changes, entries, edges, exponent);
}

const ENOUGH = 1e-3;

function continueFrom(
  steps: Float64Array[],
  changes: number[],
  entries: Float64Array,
  edges: WeightedEdges,
  exponent: number,
): Frequencies {
  const { caller, callee, weight } = edges;
  while (steps.length <= STEPS) {
    const current = steps.at(-1) as Float64Array;
    const next = Float64Array.from(entries);
    for (let i = 0; i < weight.length; i++) {
      const to = callee[i] as number;
      next[to] = (next[to] as number) + contribution((weight[i] as number) * (current[caller[i] as number] as number), exponent);
    }
    for (let i = 0; i < next.length; i++) next[i] = Math.min(next[i] as number, CAP);
    const change = largestChange(next, current);
    steps.push(next);
    changes.push(change);
    if (change < ENOUGH) break;
  }
  return { values: steps.at(-1) as Float64Array, steps, changes };
}

function largestChange(next: Float64Array, current: Float64Array): number {
  let change = 0;
  for (let i = 0; i < next.length; i++) {
    const value = next[i] as number;
    change = Math.max(change, Math.abs(value - (current[i] as number)) / (value + 1e-12));
  }
  return change;
}

/** Adds up in the order of the edges, as the full step does. */
function callsOf(
  id: number,
  current: Float64Array,
  entries: Float64Array,
  { caller, weight }: WeightedEdges,
  exponent: number,
  { start, edge }: IncomingEdges,
): number {
  let value = entries[id] as number;
  for (let at = start[id] as number; at < (start[id + 1] as number); at++) {
    const i = edge[at] as number;
    value += contribution((weight[i] as number) * (current[caller[i] as number] as number), exponent);
  }
  return value;
}

/** Edges of each callee, in their order. */
export interface IncomingEdges {
  readonly start: Int32Array;
  readonly edge: Int32Array;
}

const incomingEdges = new WeakMap<Int32Array, IncomingEdges>();

export function edgesByCallee({ callee }: WeightedEdges, count: number): IncomingEdges {
  let incoming = incomingEdges.get(callee);
  if (incoming === undefined) {
    const start = new Int32Array(count + 1);
    for (const id of callee) start[id + 1] = (start[id + 1] as number) + 1;
    for (let id = 0; id < count; id++) start[id + 1] = (start[id + 1] as number) + (start[id] as number);
    const place = start.slice();
    const edge = new Int32Array(callee.length);
    for (let i = 0; i < callee.length; i++) {
      const id = callee[i] as number;
      edge[place[id] as number] = i;
      place[id] = (place[id] as number) + 1;
    }
    incoming = { start, edge };
    incomingEdges.set(callee, incoming);
  }
  return incoming;
}

/** What one caller adds: its expected calls, damped above one. */
export function contribution(calls: number, exponent: number): number {
  return calls > 1 && exponent !== 1 ? calls ** exponent : calls;
}
