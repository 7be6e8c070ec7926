/**
 * Static profile estimation: work per call from block frequencies, calls per run from the call graph's linear system, heat = both
 * multiplied and normalised over the project. See the room's README for the model and its limits.
 */
import { neverCancelled, throwIfCancelled } from "../base";
import type { FunctionId, ProjectGraph } from "../graph";
import type { Knowledge } from "../knowledge";
import { assembleHeatMap } from "./assemble-heat-map";
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

/** More than one function of so many: going on from before is no shorter. */
const MUCH = 4;

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
  const previous = changed.length * MUCH <= graph.functions.length ? before : undefined;
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

/**
 * Functions that an update of the graph has changed: those whose nodes are not alike any more, and those of the same file that they call or
 * called, whose trip counts may rest on what is passed. No other file can notice, or there would have been no update.
 */
function changedFunctions(before: ProjectGraph | undefined, graph: ProjectGraph): readonly FunctionId[] {
  const { functions } = graph;
  const changed = new Set<FunctionId>();
  for (let id = 0; id < functions.length; id++) {
    // By place first: to look into all nodes would take longer than all else.
    if (before?.functions[id] !== functions[id] && before?.functions[id]?.likeness !== functions[id]?.likeness) changed.add(id);
  }
  if (before === undefined || changed.size * MUCH > functions.length) return [...changed];
  for (const id of [...changed]) {
    for (const { callee } of [...(before.calls.outgoing[id] ?? []), ...(graph.calls.outgoing[id] ?? [])])
      if (functions[callee]?.path === functions[id]?.path) changed.add(callee);
  }
  return [...changed].sort((left, right) => left - right);
}
