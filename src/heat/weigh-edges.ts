/**
 * How much of a caller's frequency each call hands on. Expected calls above one are damped by a power: on measured programs the number
 * of places that call a function says more than the loops these places stand in, and raw multiplicities along a chain multiply errors.
 */
import type { CallEdge, CallEdgeKind, CallSite, ProjectGraph } from "../graph";
import { type Column, layOut, layOutAgain, moveRows, type RowLayout } from "./flat-rows";
import type { FunctionTraits } from "./function-traits";
import type { FunctionWork } from "./measure-work";
import type { Weights } from "./parameters";

/** Edges of the linear system in flat arrays: `weight[i]` of the frequency of `caller[i]` reaches `callee[i]`; one row for each caller. */
export interface WeightedEdges {
  readonly layout: RowLayout;
  readonly caller: Int32Array;
  readonly callee: Int32Array;
  readonly weight: Float64Array;
}

export interface EdgeQuestion {
  readonly graph: ProjectGraph;
  readonly traits: Pick<FunctionTraits, "works" | "memoised" | "raises">;
  readonly siteExponent: number;
  readonly weights: Weights;
}

export function weighEdges(question: EdgeQuestion): WeightedEdges {
  const { outgoing } = question.graph.calls;
  const layout = layOut(outgoing.length, (id) => outgoing[id]?.length ?? 0);
  const { size } = layout;
  const edges = { layout, caller: new Int32Array(size), callee: new Int32Array(size), weight: new Float64Array(size) };
  for (let id = 0; id < outgoing.length; id++) weighRow(id, question, edges);
  return edges;
}

/** `previous`, which was weighed for a question that differs in the rows `ids` (ascending) alone, with these rows made anew. */
export function weighEdgesAgain(previous: WeightedEdges, ids: readonly number[], question: EdgeQuestion): WeightedEdges {
  const { outgoing } = question.graph.calls;
  const layout = layOutAgain(previous.layout, ids, (id) => outgoing[id]?.length ?? 0);
  const moved = <Kind extends Column>(column: Kind): Kind => moveRows(column, previous.layout, layout, ids);
  const edges = { layout, caller: moved(previous.caller), callee: moved(previous.callee), weight: moved(previous.weight) };
  for (const id of ids) weighRow(id, question, edges);
  // The same arrays for the same connections: what was worked out for them holds.
  const isSame = layout === previous.layout && ids.every((id) => isSameRow(id, layout, previous.callee, edges.callee));
  return isSame ? { ...edges, caller: previous.caller, callee: previous.callee } : edges;
}

function isSameRow(id: number, { start }: RowLayout, left: Int32Array, right: Int32Array): boolean {
  for (let i = start[id] as number; i < (start[id + 1] as number); i++) if (left[i] !== right[i]) return false;
  return true;
}

function weighRow(
  id: number,
  { graph, traits, siteExponent, weights }: EdgeQuestion,
  { layout, caller, callee, weight }: WeightedEdges,
): void {
  const first = layout.start[id] as number;
  const factor = traits.memoised[id] ? 1 - weights.cacheHit : 1;
  let next = first;
  let sum = 0;
  for (const edge of graph.calls.outgoing[id] ?? []) {
    const most = traits.raises[edge.callee] ? weights.branchError : Number.POSITIVE_INFINITY;
    const amount = weightOf(edge, traits.works[id] as FunctionWork, siteExponent, most, weights) * factor;
    caller[next] = id;
    callee[next] = edge.callee;
    weight[next] = amount;
    sum += amount;
    next++;
  }
  if (sum > weights.rowSumCap) for (let i = first; i < next; i++) weight[i] = ((weight[i] as number) * weights.rowSumCap) / sum;
}

/** `most` is the largest frequency of a site. */
function weightOf(edge: CallEdge, work: FunctionWork, siteExponent: number, most: number, weights: Weights): number {
  let runs = 0;
  let calls = 0;
  for (const site of edge.sites) {
    const frequency = Math.min(most, siteFrequency(site, work, weights));
    runs += frequency;
    calls += frequency * site.share;
  }
  if (runs === 0) return 0;
  const damped = runs > 1 ? runs ** siteExponent : runs;
  const share = isSpread(edge.kind) ? (calls / runs) ** weights.spreadExponent : calls / runs;
  return damped * share * kindWeight(edge.kind, weights);
}

/** The share is an even division between candidates of which a run needs a few: more than that for each, as the others may not matter. */
function isSpread(kind: CallEdgeKind): boolean {
  return kind === "override" || kind === "dispatch" || kind === "ambiguous-name";
}

function siteFrequency(site: CallSite, work: FunctionWork, weights: Weights): number {
  const once = work.sites.get(site.expression) ?? 0;
  if (site.perElement !== true) return once;
  return work.elements.get(site.expression) ?? once * weights.elementsUnknown;
}

function kindWeight(kind: CallEdgeKind, weights: Weights): number {
  switch (kind) {
    case "operator":
      return weights.kindOperator;
    case "property":
      return weights.kindProperty;
    case "reference":
      return weights.kindReference;
    case "ambiguous-name":
      return weights.kindAmbiguous;
    case "override":
      return weights.kindOverride;
    case "module-run":
      // Importing is set-up: it is paid once, whatever the program does afterwards.
      return 0;
    default:
      return 1;
  }
}
