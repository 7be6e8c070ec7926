/** Enters loops: estimates their trips, opens their tally and gives the block of one iteration. */
import type { ComprehensionClause, Expression, ForStatement, FunctionFact, LoopFact, WhileStatement } from "../syntax";
import type { LoopDependence, TripCount } from "./contract";
import type { TripEstimator } from "./estimate-trip-count";
import { whileLoop } from "./estimate-while-trips";
import type { FunctionScope } from "./function-scope";
import { loopDependence } from "./loop-dependence";
import type { Weights } from "./parameters";
import { type Block, emptyAmount, type WorkTally } from "./work-tally";

export interface LoopEntry {
  readonly trips: TripCount;
  /** One iteration. */
  readonly block: Block;
}

export interface LoopRunner {
  enterFor(loop: ForStatement, block: Block, scope: FunctionScope): LoopEntry;
  enterWhile(loop: WhileStatement, block: Block, scope: FunctionScope): LoopEntry;
  enterComprehension(clause: ComprehensionClause, block: Block, scope: FunctionScope, dependence: LoopDependence): LoopEntry;
  /** The block of one element of what a built-in runs through; no loop of its own. */
  elementsOf(iterable: Expression, block: Block, scope: FunctionScope): Block;
}

export function createLoopRunner(
  fact: FunctionFact,
  tally: WorkTally,
  trips: TripEstimator,
  isPure: (callee: Expression) => boolean,
  weights: Weights,
): LoopRunner {
  function enter(loop: number, count: TripCount, block: Block, dependence: LoopDependence): LoopEntry {
    const shown = leavesEarly(fact.loops[loop]) ? shortened(count, weights) : count;
    const inner = { ...repeated(block, shown, weights), loop };
    tally.loops[loop] = { trips: shown, dependence, iterations: inner.frequency, amount: emptyAmount(), weightedPython: 0 };
    return { trips: shown, block: inner };
  }
  return {
    enterFor: (loop, block, scope) => enter(loop.loop, trips.forLoop(loop.iterable, scope), block, loopDependence(loop, isPure)),
    // The condition of a while loop depends on the iteration before.
    enterWhile: (loop, block, scope) => enter(loop.loop, whileLoop(loop, scope, trips.prior), block, "loop-carried"),
    enterComprehension: (clause, block, scope, dependence) => enter(clause.loop, trips.forLoop(clause.iterable, scope), block, dependence),
    elementsOf: (iterable, block, scope) => repeated(block, trips.forLoop(iterable, scope), weights),
  };
}

function leavesEarly(loop: LoopFact | undefined): boolean {
  return loop !== undefined && loop.kind !== "comprehension" && (loop.hasBreak || loop.hasReturn);
}

function shortened(trips: TripCount, weights: Weights): TripCount {
  if (trips.mid <= 1) return trips;
  return {
    low: Math.min(1, trips.low),
    mid: Math.max(1, trips.mid * weights.loopExit),
    high: trips.high,
    evidence: `${trips.evidence}, may leave early`,
    exact: false,
    ...(trips.openEnded ? { openEnded: true } : {}),
  };
}

/** Trip counts that are guesses count damped, so that a nest of guesses cannot outweigh what is known. */
function repeated(block: Block, trips: TripCount, weights: Weights): Block {
  const damped = trips.exact ? Math.min(trips.mid, weights.loopExactCap) : trips.mid ** weights.loopExponent;
  const loopWeight = Math.min(block.loopWeight * damped, Math.max(block.loopWeight, weights.loopNestCap));
  return {
    frequency: block.frequency * trips.mid,
    weight: (block.weight * loopWeight) / block.loopWeight,
    loopWeight: loopWeight || 1,
    loop: block.loop,
  };
}
