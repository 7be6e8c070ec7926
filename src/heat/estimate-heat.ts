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
import { type GrowthLimits, limitRecursion } from "./limit-recursion";
import { createWorkMeter, type FunctionWork } from "./measure-work";
import { readParameters, type Weights } from "./parameters";
import { solveFrequencies } from "./solve-frequencies";
import { weighEdges } from "./weigh-edges";
import { weighEntries } from "./weigh-entries";

/** Where the CPU time of the project goes, as far as its source tells. Pure; throws CancelledError when the token was cancelled. */
export function estimateHeat(graph: ProjectGraph, knowledge: Knowledge, options: HeatOptions = {}): HeatMap {
  const steps = estimateHeatInSteps(graph, knowledge, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, stopping after every few functions, so that whoever drives it can let others have their turn. */
export function* estimateHeatInSteps(graph: ProjectGraph, knowledge: Knowledge, options: HeatOptions = {}): Generator<void, HeatMap> {
  const token = options.token ?? neverCancelled;
  const parameters = readParameters(knowledge);
  const { weights } = parameters;
  const measure = createWorkMeter(graph, knowledge, parameters);
  const known = options.reuse === true ? knownWork(knowledge) : undefined;
  const works: FunctionWork[] = [];
  for (const node of graph.functions) {
    if ((node.id & 63) === 0) {
      throwIfCancelled(token);
      yield;
    }
    const work = known?.get(node) ?? measure(node.id);
    known?.set(node, work);
    works.push(work);
  }
  yield;
  const cold = coldReasons(graph, options);
  yield;
  const memoised = graph.functions.map((node) => isMemoised(graph, node));
  const entryPoints = findEntryPoints(graph, options);
  const entries = weighEntries({ graph, entryPoints, cold, weights });
  const siteExponent = towardsOne(weights.siteExponent, entries.shown);
  const edges = weighEdges(graph, works, (caller) => (memoised[caller] ? 1 - weights.cacheHit : 1), siteExponent, weights);
  const growth = limitRecursion(graph.calls, edges, growthLimits(weights, entries.shown));
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
    frequencyExponent: towardsOne(weights.frequencyExponent, entries.shown),
    entries,
    entryPoints,
    frequencies,
  });
}

/**
 * Work by function for as long as the function's node lives. An update of the graph gives new nodes to the file that has changed, and is
 * possible only when no other file can notice: so whatever node is still there does the work that it did.
 */
function knownWork(knowledge: Knowledge): WeakMap<FunctionNode, FunctionWork> {
  let known = workByNode.get(knowledge);
  if (known === undefined) {
    known = new WeakMap();
    workByNode.set(knowledge, known);
  }
  return known;
}

const workByNode = new WeakMap<Knowledge, WeakMap<FunctionNode, FunctionWork>>();

function coldReasons(graph: ProjectGraph, options: HeatOptions): readonly (ColdReason | undefined)[] {
  const byFile = new Map<string, ColdReason | undefined>();
  for (const [path, facts] of graph.files) byFile.set(path, coldReasonOfFile(path, facts.generated));
  return graph.functions.map((node: FunctionNode) => {
    const reason = byFile.get(node.path) ?? coldReasonOfFunction(graph, node);
    return reason === "test" && options.includeTests === true ? undefined : reason;
  });
}

/** Where callers' contributions are damped, a growth of one stays finite; where they count in full, it would not. */
function growthLimits({ recursionLimit, tangleLimit }: Weights, known: number): GrowthLimits {
  return { recursion: recursionLimit, tangle: tangleLimit + (recursionLimit - tangleLimit) * known };
}

/** The more of the project is known to run, the less its estimates have to be damped. */
function towardsOne(exponent: number, known: number): number {
  return exponent + (1 - exponent) * known;
}
