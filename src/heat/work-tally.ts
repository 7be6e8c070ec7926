/** Adds up what one call of a function does: by kind of time, per loop, and in the three weightings that the ranking uses. */
import type { LoopFact, LoopIndex } from "../syntax";
import type { LoopDependence, TripCount } from "./contract";

/** As `TimeKind`, with the Python code of other libraries told apart: it is interpreter work, but not this project's. */
export type WorkKind = "python" | "native" | "io" | "library";

export const workKinds: readonly WorkKind[] = ["python", "native", "io", "library"];

export interface WorkAmount {
  python: number;
  native: number;
  io: number;
  library: number;
}

/** A straight piece of code: how often it runs per call of its function. */
export interface Block {
  /** With trip counts as estimated. */
  readonly frequency: number;
  /** With trip counts damped, as the ranking counts them. */
  readonly weight: number;
  /** Product of the damped trip counts of the loops around it. */
  readonly loopWeight: number;
  /** Innermost loop around it, -1 outside. */
  readonly loop: LoopIndex | -1;
}

export const FUNCTION_BLOCK: Block = { frequency: 1, weight: 1, loopWeight: 1, loop: -1 };

export function scaled(block: Block, factor: number): Block {
  if (factor === 1) return block;
  return { frequency: block.frequency * factor, weight: block.weight * factor, loopWeight: block.loopWeight, loop: block.loop };
}

export interface LoopWork {
  readonly trips: TripCount;
  readonly dependence: LoopDependence;
  /** Per call of the function. */
  readonly iterations: number;
  readonly amount: WorkAmount;
  /** Damped Python work, nested loops included. */
  weightedPython: number;
}

export interface WorkTally {
  /** Operation units of one call, by kind. */
  readonly amount: WorkAmount;
  /** Python work with damped trip counts. */
  weighted: WorkAmount;
  /** Python work of every expression counted once. */
  flat: number;
  readonly loops: (LoopWork | undefined)[];
  /** Outside names behind the native, waiting and library work, with their units. */
  readonly outside: Map<string, OutsideWork>;
}

export interface OutsideWork {
  readonly kind: WorkKind;
  units: number;
}

export function createTally(): WorkTally {
  return { amount: emptyAmount(), weighted: emptyAmount(), flat: 0, loops: [], outside: new Map() };
}

export function emptyAmount(): WorkAmount {
  return { python: 0, native: 0, io: 0, library: 0 };
}

export function addWork(tally: WorkTally, block: Block, kind: WorkKind, cost: number): void {
  tally.amount[kind] += cost * block.frequency;
  tally.weighted[kind] += cost * block.weight;
  if (kind === "python") tally.flat += cost;
  if (block.loop >= 0) {
    const loop = tally.loops[block.loop] as LoopWork;
    loop.amount[kind] += cost * block.frequency;
    if (kind === "python") loop.weightedPython += cost * block.weight;
  }
}

/** Adds work that is done for `name`, which is not the project's. */
export function addOutsideWork(tally: WorkTally, block: Block, kind: WorkKind, cost: number, name: string): void {
  addWork(tally, block, kind, cost);
  const known = tally.outside.get(name);
  if (known) known.units += cost * block.frequency;
  else tally.outside.set(name, { kind, units: cost * block.frequency });
}

/** Adds the work of inner loops to the loops around them. */
export function rollUpLoops(tally: WorkTally, facts: readonly LoopFact[]): void {
  for (let index = facts.length - 1; index >= 0; index--) {
    const inner = tally.loops[index];
    const parent = facts[index]?.parent;
    const outer = parent === undefined ? undefined : tally.loops[parent];
    if (inner === undefined || outer === undefined) continue;
    for (const kind of ["python", "native", "io", "library"] as const) outer.amount[kind] += inner.amount[kind];
    outer.weightedPython += inner.weightedPython;
  }
}

/** Straight module code runs once, before or around what the program does over and over: only its loops count in full. */
export function countModuleOnce(tally: WorkTally, facts: readonly LoopFact[], setUp: number): void {
  let looped = 0;
  for (const fact of facts) if (fact.parent === undefined) looped += tally.loops[fact.index]?.weightedPython ?? 0;
  const whole = tally.weighted.python;
  if (whole === 0) return;
  const kept = (looped + setUp * Math.max(0, whole - looped)) / whole;
  tally.weighted.python *= kept;
  tally.flat *= kept;
}
