/**
 * Static profile estimation: work per call from block frequencies, calls per run from the call graph's linear system, heat = both
 * multiplied and normalised over the project. See the room's README for the model and its limits.
 */
import { neverCancelled, throwIfCancelled } from "../base";
import type { FunctionNode, ProjectGraph } from "../graph";
import type { Knowledge } from "../knowledge";
import { assembleHeatMap } from "./assemble-heat-map";
import { coldReasonOfFile, coldReasonOfFunction } from "./classify-cold";
import type { ColdReason, HeatMap, HeatOptions } from "./contract";
import { findEntryPoints } from "./find-entry-points";
import { isMemoised } from "./find-memoised";
import { limitRecursion } from "./limit-recursion";
import { createWorkMeter, type FunctionWork } from "./measure-work";
import { readParameters } from "./parameters";
import { solveFrequencies } from "./solve-frequencies";
import { weighEdges } from "./weigh-edges";
import { weighEntries } from "./weigh-entries";

/** Where the CPU time of the project goes, as far as its source tells. Pure; throws CancelledError when the token was cancelled. */
export function estimateHeat(graph: ProjectGraph, knowledge: Knowledge, options: HeatOptions = {}): HeatMap {
  const token = options.token ?? neverCancelled;
  const parameters = readParameters(knowledge);
  const { weights } = parameters;
  const measure = createWorkMeter(graph, knowledge, parameters);
  const works: FunctionWork[] = [];
  for (const node of graph.functions) {
    if ((node.id & 255) === 0) throwIfCancelled(token);
    works.push(measure(node.id));
  }
  const cold = coldReasons(graph, options);
  const memoised = graph.functions.map((node) => isMemoised(graph, node));
  const entryPoints = findEntryPoints(graph, options);
  const entries = weighEntries({ graph, entryPoints, cold, weights });
  const siteExponent = towardsOne(weights.siteExponent, entries.shown);
  const edges = weighEdges(graph, works, (caller) => (memoised[caller] ? 1 - weights.cacheHit : 1), siteExponent, weights);
  const growth = limitRecursion(graph.calls, edges, weights.recursionLimit);
  throwIfCancelled(token);
  const exponent = towardsOne(weights.callerExponent, entries.shown);
  const frequencies = solveFrequencies(entries.weight, edges, exponent);
  return assembleHeatMap({
    graph,
    knowledge,
    parameters,
    works,
    cold,
    memoised,
    growth,
    edges,
    exponent,
    entries,
    entryPoints,
    frequencies,
  });
}

function coldReasons(graph: ProjectGraph, options: HeatOptions): readonly (ColdReason | undefined)[] {
  const byFile = new Map<string, ColdReason | undefined>();
  for (const [path, facts] of graph.files) byFile.set(path, coldReasonOfFile(path, facts.generated));
  return graph.functions.map((node: FunctionNode) => {
    const reason = byFile.get(node.path) ?? coldReasonOfFunction(graph, node);
    return reason === "test" && options.includeTests === true ? undefined : reason;
  });
}

/** The more of the project is known to run, the less its estimates have to be damped. */
function towardsOne(exponent: number, known: number): number {
  return exponent + (1 - exponent) * known;
}
