/**
 * Static profile estimation: work per call from block frequencies, calls per run from the call graph's linear system, heat = both
 * multiplied and normalised over the project. See the room's README for the model and its limits.
 */
import { neverCancelled, throwIfCancelled } from "../base";
import type { FunctionId, ProjectGraph } from "../graph";
import type { Knowledge } from "../knowledge";
import { assembleHeatMap } from "./assemble-heat-map";
import { changedFunctions, isMuch } from "./changed-functions";
import type { HeatMap, HeatOptions } from "./contract";
import { type EstimateState, estimateFromScratch, estimateOnwards } from "./estimate-state";
import { findEntryPoints } from "./find-entry-points";
import { type FunctionTraits, readTraits } from "./function-traits";
import { readParameters } from "./parameters";

/** Where the CPU time of the project goes, as far as its source tells. Pure; throws CancelledError when the token was cancelled. */
export function estimateHeat(graph: ProjectGraph, knowledge: Knowledge, options: HeatOptions = {}): HeatMap {
  const steps = estimateHeatInSteps(graph, knowledge, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What an estimate was made from, for the next one of an updated graph. */
interface KeptEstimate {
  readonly knowledge: Knowledge;
  readonly asked: string;
  readonly state: EstimateState;
  readonly ranking: readonly FunctionId[];
}

const kept = new WeakMap<HeatMap, KeptEstimate>();

/** The same, stopping after every few functions, so that whoever drives it can let others have their turn. */
export function* estimateHeatInSteps(graph: ProjectGraph, knowledge: Knowledge, options: HeatOptions = {}): Generator<void, HeatMap> {
  const token = options.token ?? neverCancelled;
  const parameters = readParameters(knowledge);
  const { weights } = parameters;
  const asked = JSON.stringify([options.entryPoints, options.includeTests, options.consoleScripts]);
  const last = options.previous && kept.get(options.previous);
  const isComparable =
    last?.knowledge === knowledge && last.asked === asked && last.state.graph.functions.length === graph.functions.length;
  const before = isComparable ? last.state : undefined;
  const changed = changedFunctions(before?.graph, graph);
  const previous = !isMuch(changed.length, graph) ? before : undefined;
  const ids = previous === undefined ? graph.functions.keys() : changed;
  const question = { graph, knowledge, parameters, includeTests: options.includeTests === true, token };
  const traits: FunctionTraits = yield* readTraits(question, ids, previous?.traits);
  yield;
  const entryPoints = findEntryPoints(graph, options, traits.entries);
  const parts = { graph, traits, entryPoints, weights };
  throwIfCancelled(token);
  const state = yield* previous === undefined ? estimateFromScratch(parts) : estimateOnwards(previous, parts, changed);
  throwIfCancelled(token);
  const map = assembleHeatMap({
    ...state,
    weights,
    edges: state.recursion.edges,
    growth: state.recursion.growth,
    frequencies: state.frequencies.values,
    ranking: previous === undefined ? undefined : last?.ranking,
  });
  if (options.keep === true) kept.set(map, { knowledge, asked, state, ranking: map.ranking });
  return map;
}
