/** How often each function starts from outside, before any call inside the project is counted. */
import type { FunctionNode, ProjectGraph } from "../graph";
import type { ColdReason, EntryPoint } from "./contract";
import type { Weights } from "./parameters";
import { solveInclusiveWork } from "./solve-frequencies";
import type { WeightedEdges } from "./weigh-edges";

export interface EntryQuestion {
  readonly graph: ProjectGraph;
  readonly edges: WeightedEdges;
  readonly gain: Float64Array;
  /** Work of one call, own code only. */
  readonly work: Float64Array;
  readonly entryPoints: readonly EntryPoint[];
  readonly cold: readonly (ColdReason | undefined)[];
  readonly weights: Weights;
}

export function weighEntries({ graph, edges, gain, work, entryPoints, cold, weights }: EntryQuestion): Float64Array {
  const configured = entryPoints.filter((entry) => entry.kind === "configured");
  const scripts = new Set(entryPoints.map((entry) => entry.id));
  const weight = Float64Array.from(graph.functions, (node) => {
    if (cold[node.id] !== undefined) return weights.coldWeight;
    if (configured.length > 0) return weights.otherWeight;
    if (node.fact.index === 0 && !scripts.has(node.id)) return weights.moduleWeight;
    return isPrivate(node) ? weights.privateWeight : weights.entryWeight;
  });
  for (const entry of configured) weight[entry.id] = weights.entryWeight;
  if (weights.entryCostExponent === 0) return weight;
  const inclusive = solveInclusiveWork(work, edges, gain, weights.callDamping);
  return weight.map((value, id) => value / Math.max(1, inclusive[id] as number) ** weights.entryCostExponent);
}

function isPrivate(node: FunctionNode): boolean {
  return node.fact.name.startsWith("_") && !node.fact.name.endsWith("__");
}
