/** How often each function starts from outside, before any call inside the project is counted. */
import type { ProjectGraph } from "../graph";
import type { ColdReason, EntryPoint } from "./contract";
import type { Weights } from "./parameters";
import type { WeightedEdges } from "./weigh-edges";

export function weighEntries(
  graph: ProjectGraph,
  _edges: WeightedEdges,
  entryPoints: readonly EntryPoint[],
  cold: readonly (ColdReason | undefined)[],
  weights: Weights,
): Float64Array {
  const configured = entryPoints.filter((entry) => entry.kind === "configured");
  const weight = Float64Array.from(graph.functions, (node) => {
    if (cold[node.id] !== undefined) return weights.coldWeight;
    return configured.length > 0 ? weights.otherWeight : weights.entryWeight;
  });
  for (const entry of configured) weight[entry.id] = weights.entryWeight;
  return weight;
}
