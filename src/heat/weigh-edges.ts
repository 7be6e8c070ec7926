/**
 * How much of a caller's frequency each call hands on. Expected calls above one are damped by a power: on measured programs the number
 * of places that call a function says more than the loops these places stand in, and raw multiplicities along a chain multiply errors.
 */
import type { CallEdge, CallEdgeKind, CallSite, FunctionNode, ProjectGraph } from "../graph";
import { alwaysRaises } from "./always-raises";
import type { FunctionWork } from "./measure-work";
import type { Weights } from "./parameters";

/** Edges of the linear system in flat arrays: `weight[i]` of the frequency of `caller[i]` reaches `callee[i]`. */
export interface WeightedEdges {
  readonly caller: Int32Array;
  readonly callee: Int32Array;
  readonly weight: Float64Array;
}

export function weighEdges(
  graph: ProjectGraph,
  works: readonly FunctionWork[],
  handsOn: (caller: number) => number,
  siteExponent: number,
  weights: Weights,
): WeightedEdges {
  const size = graph.calls.edges.length;
  const caller = new Int32Array(size);
  const callee = new Int32Array(size);
  const weight = new Float64Array(size);
  let next = 0;
  for (const [id, edges] of graph.calls.outgoing.entries()) {
    const first = next;
    let sum = 0;
    const factor = handsOn(id);
    for (const edge of edges) {
      const most = alwaysRaises(graph.functions[edge.callee] as FunctionNode) ? weights.branchError : Number.POSITIVE_INFINITY;
      const amount = weightOf(edge, works[id] as FunctionWork, siteExponent, most, weights) * factor;
      caller[next] = id;
      callee[next] = edge.callee;
      weight[next] = amount;
      sum += amount;
      next++;
    }
    if (sum > weights.rowSumCap) for (let i = first; i < next; i++) weight[i] = ((weight[i] as number) * weights.rowSumCap) / sum;
  }
  return { caller: caller.subarray(0, next), callee: callee.subarray(0, next), weight: weight.subarray(0, next) };
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
