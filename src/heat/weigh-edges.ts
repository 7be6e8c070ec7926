/**
 * How much of a caller's frequency each call hands on. Expected calls above one are damped by a power: on measured programs the number
 * of places that call a function says more than the loops these places stand in, and raw multiplicities along a chain multiply errors.
 */
import type { CallEdge, FunctionNode, ProjectGraph } from "../graph";
import type { Weights } from "./parameters";
import type { FunctionWork } from "./measure-work";

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
      if (edge.callee === id) continue;
      const amount = weightOf(edge, works[id] as FunctionWork, graph, weights) * factor;
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

function weightOf(edge: CallEdge, work: FunctionWork, graph: ProjectGraph, weights: Weights): number {
  let expected = 0;
  for (const site of edge.sites) expected += work.sites.get(site.expression) ?? 0;
  const damped = expected > 1 ? expected ** weights.siteExponent : expected;
  return damped * edge.share * kindWeight(edge, weights) * localityWeight(edge, graph, weights);
}

function kindWeight(edge: CallEdge, weights: Weights): number {
  switch (edge.kind) {
    case "operator":
      return edge.share < 1 ? weights.kindOperator : 1;
    case "property":
      return edge.share < 1 ? weights.kindProperty : 1;
    case "reference":
      return weights.kindReference;
    case "ambiguous-name":
      return weights.kindAmbiguous;
    default:
      return 1;
  }
}

function localityWeight(edge: CallEdge, graph: ProjectGraph, weights: Weights): number {
  if (edge.kind !== "ambiguous-name") return 1;
  const from = graph.functions[edge.caller] as FunctionNode;
  const to = graph.functions[edge.callee] as FunctionNode;
  if (from.module === to.module) return weights.localityModule;
  return packageOf(from.module) === packageOf(to.module) ? weights.localityPackage : weights.localityFar;
}

function packageOf(module: string): string {
  const dot = module.lastIndexOf(".");
  return dot < 0 ? module : module.slice(0, dot);
}
