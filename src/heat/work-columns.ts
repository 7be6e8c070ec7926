/** The amounts of all functions' work that sums over the project need, in one flat array. */
import type { FunctionWork } from "./measure-work";
import type { Weights } from "./parameters";
import { type WorkAmount, workKinds } from "./work-tally";

/** Places in the row of a function; the kinds follow in the order of `workKinds`. */
const LOOPED = 0;
const FLAT = 1;
const EXACT = 2;
const ROOTS = 3;
const WEIGHTED = ROOTS + workKinds.length;
const WIDTH = WEIGHTED + workKinds.length;

export interface WorkColumns {
  readonly values: Float64Array;
}

/** `ids` are all functions, or those that differ from `previous`. */
export function fillColumns(works: readonly FunctionWork[], ids: Iterable<number>, weights: Weights, previous?: WorkColumns): WorkColumns {
  const values = previous?.values.slice() ?? new Float64Array(works.length * WIDTH);
  for (const id of ids) {
    const { tally } = works[id] as FunctionWork;
    const row = id * WIDTH;
    values[row + LOOPED] = tally.weighted.python ** weights.workExponent * weights.waiting ** waitingShare(tally.amount);
    values[row + FLAT] = tally.flat ** weights.flatExponent;
    values[row + EXACT] = mostExactTrips(works[id] as FunctionWork);
    for (const [index, kind] of workKinds.entries()) {
      values[row + ROOTS + index] = Math.sqrt(tally.amount[kind]);
      values[row + WEIGHTED + index] = tally.weighted[kind];
    }
  }
  return { values };
}

/** What waits cannot run often: a program that spends its time computing does little of it. */
function waitingShare({ python, native, io, library }: WorkAmount): number {
  return io === 0 ? 0 : io / (python + native + io + library);
}

/** Heat of one function that is called so often, before it becomes a share. */
export function rawHeat({ values }: WorkColumns, id: number, calls: number): number {
  const row = id * WIDTH;
  return calls * (values[row + LOOPED] as number) * (values[row + FLAT] as number);
}

/** Square root of the amount of one kind (index into `workKinds`) in one call. */
export function rootOf({ values }: WorkColumns, id: number, kind: number): number {
  return values[id * WIDTH + ROOTS + kind] as number;
}

/** Amount of one kind in one call, with damped trip counts. */
export function weightedOf({ values }: WorkColumns, id: number, kind: number): number {
  return values[id * WIDTH + WEIGHTED + kind] as number;
}

/** By function: most iterations of a loop whose count is known from the source; 0 without one. */
export function exactTrips({ values }: WorkColumns): Float64Array {
  const trips = new Float64Array(values.length / WIDTH);
  for (let id = 0; id < trips.length; id++) trips[id] = values[id * WIDTH + EXACT] as number;
  return trips;
}

function mostExactTrips({ tally }: FunctionWork): number {
  let most = 0;
  for (const loop of tally.loops) if (loop?.trips.exact && loop.trips.mid > most) most = loop.trips.mid;
  return most;
}
