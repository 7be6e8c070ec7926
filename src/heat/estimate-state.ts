/**
 * The numbers of an estimate on their way from traits to frequencies: from nothing, or from the numbers of before where only a few
 * functions have changed. Both ways give the same to the last digit.
 */
import type { CallEdge, FunctionId, ProjectGraph } from "../graph";
import type { EntryPoint } from "./contract";
import type { FunctionTraits } from "./function-traits";
import { type GrowthLimits, type LimitedRecursion, limitRecursion, limitRecursionAgain } from "./limit-recursion";
import { type OutsideTable, tabulateOutside, tabulateOutsideAgain } from "./outside-work";
import type { Weights } from "./parameters";
import { type Frequencies, solveFrequencies, solveFrequenciesAgain } from "./solve-frequencies";
import { type WeightedEdges, weighEdges, weighEdgesAgain } from "./weigh-edges";
import { type EntryWeights, leadsOn, weighEntries } from "./weigh-entries";
import { fillColumns, type WorkColumns } from "./work-columns";

export interface EstimateParts {
  readonly graph: ProjectGraph;
  readonly traits: FunctionTraits;
  readonly entryPoints: readonly EntryPoint[];
  readonly weights: Weights;
}

export interface EstimateState extends EstimateParts {
  readonly columns: WorkColumns;
  readonly outside: OutsideTable;
  readonly entries: EntryWeights;
  /** Before recursion is limited. */
  readonly weighed: WeightedEdges;
  readonly recursion: LimitedRecursion;
  /** Power of a caller's contribution. */
  readonly exponent: number;
  readonly frequencyExponent: number;
  readonly frequencies: Frequencies;
}

/** Stops between its parts. */
export function* estimateFromScratch(parts: EstimateParts): Generator<void, EstimateState> {
  const { graph, traits, entryPoints, weights } = parts;
  const columns = fillColumns(traits.works, graph.functions.keys(), weights);
  const outside = tabulateOutside(traits.works);
  yield;
  const entries = weighEntries({ graph, entryPoints, cold: traits.cold, weights });
  yield;
  const weighed = weighEdges({ graph, traits, siteExponent: towardsOne(weights.siteExponent, entries.shown), weights });
  yield;
  const recursion = limitRecursion(graph.calls, weighed, growthLimits(weights, entries.shown));
  yield;
  const exponents = exponentsOf(weights, entries.shown);
  const frequencies = solveFrequencies(entries.weight, recursion.edges, exponents.exponent);
  return { ...parts, columns, outside, entries, weighed, recursion, ...exponents, frequencies };
}

/** `before` with the functions `changed` (ascending) made anew. */
export function* estimateOnwards(
  before: EstimateState,
  parts: EstimateParts,
  changed: readonly FunctionId[],
): Generator<void, EstimateState> {
  const { graph, traits, entryPoints, weights } = parts;
  const columns = fillColumns(traits.works, changed, weights, before.columns);
  const outside = tabulateOutsideAgain(before.outside, changed, traits.works);
  yield;
  const entries = startsTheSame(before, parts, changed) ? before.entries : weighEntries({ graph, entryPoints, cold: traits.cold, weights });
  if (entries.shown !== before.entries.shown) return yield* estimateFromScratch(parts);
  const rows = rowsToWeigh(before, parts, changed);
  const siteExponent = towardsOne(weights.siteExponent, entries.shown);
  const weighed = weighEdgesAgain(before.weighed, rows, { graph, traits, siteExponent, weights });
  const recursion = limitRecursionAgain(before.recursion, rows, graph.calls, weighed, growthLimits(weights, entries.shown));
  yield;
  const exponents = exponentsOf(weights, entries.shown);
  const touched = touchedFunctions(before, entries, recursion.edges, rows);
  const frequencies = solveFrequenciesAgain(before.frequencies, touched, entries.weight, recursion.edges, exponents.exponent);
  return { ...parts, columns, outside, entries, weighed, recursion, ...exponents, frequencies };
}

/** Nothing has changed that decides where the program starts and what belongs to it. */
function startsTheSame(before: EstimateState, { graph, traits, entryPoints }: EstimateParts, changed: readonly FunctionId[]): boolean {
  const sameEntries =
    entryPoints.length === before.entryPoints.length &&
    entryPoints.every(({ id, kind }, index) => id === before.entryPoints[index]?.id && kind === before.entryPoints[index]?.kind);
  return (
    sameEntries &&
    changed.every((id) => {
      const [old, node] = [before.graph.functions[id], graph.functions[id]];
      return (
        before.traits.cold[id] === traits.cold[id] &&
        old?.fact.index === node?.fact.index &&
        (old?.file.exportedNames === undefined) === (node?.file.exportedNames === undefined) &&
        leadsToTheSame(before.graph.calls.outgoing[id] ?? [], graph.calls.outgoing[id] ?? [])
      );
    })
  );
}

function leadsToTheSame(left: readonly CallEdge[], right: readonly CallEdge[]): boolean {
  const targets = (edges: readonly CallEdge[]) => new Set(edges.filter(leadsOn).map(({ callee }) => callee));
  const [a, b] = [targets(left), targets(right)];
  return a.size === b.size && [...a].every((callee) => b.has(callee));
}

/** Rows of edges whose weights may differ: those of the changed functions, and of who calls one that raises now and did not, or did. */
function rowsToWeigh(before: EstimateState, { graph, traits }: EstimateParts, changed: readonly FunctionId[]): FunctionId[] {
  const rows = new Set(changed);
  for (const id of changed) {
    if (traits.raises[id] === before.traits.raises[id]) continue;
    for (const { caller } of graph.calls.incoming[id] ?? []) rows.add(caller);
  }
  return [...rows].sort((left, right) => left - right);
}

/** Functions that other calls than before reach, or as often as before but from outside. */
function touchedFunctions(before: EstimateState, entries: EntryWeights, edges: WeightedEdges, rows: readonly FunctionId[]): FunctionId[] {
  const touched = new Set<FunctionId>();
  const old = before.recursion.edges;
  if (entries !== before.entries) {
    for (let id = 0; id < entries.weight.length; id++) if (entries.weight[id] !== before.entries.weight[id]) touched.add(id);
  }
  if (old.callee === edges.callee) {
    for (let i = 0; i < edges.weight.length; i++) if (edges.weight[i] !== old.weight[i]) touched.add(edges.callee[i] as number);
    return [...touched];
  }
  const isMadeAnew = new Set(rows);
  for (let id = 0; id < edges.layout.start.length - 1; id++) {
    const isNew = isMadeAnew.has(id);
    const from = edges.layout.start[id] as number;
    const to = edges.layout.start[id + 1] as number;
    const shift = (old.layout.start[id] as number) - from;
    for (let i = from; i < to; i++) if (isNew || edges.weight[i] !== old.weight[i + shift]) touched.add(edges.callee[i] as number);
    if (isNew)
      for (let i = old.layout.start[id] as number; i < (old.layout.start[id + 1] as number); i++) touched.add(old.callee[i] as number);
  }
  return [...touched];
}

/** Where callers' contributions are damped, a growth of one stays finite; where they count in full, it would not. */
function growthLimits({ recursionLimit, tangleLimit }: Weights, known: number): GrowthLimits {
  return { recursion: recursionLimit, tangle: tangleLimit + (recursionLimit - tangleLimit) * known };
}

function exponentsOf(weights: Weights, known: number): { readonly exponent: number; readonly frequencyExponent: number } {
  return { exponent: towardsOne(weights.callerExponent, known), frequencyExponent: towardsOne(weights.frequencyExponent, known) };
}

/** The more of the project is known to run, the less its estimates have to be damped. */
function towardsOne(exponent: number, known: number): number {
  return exponent + (1 - exponent) * known;
}
