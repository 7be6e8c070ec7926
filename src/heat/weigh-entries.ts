/** How often each function starts from outside, before any call inside the project is counted. */
import type { CallEdge, FunctionId, ProjectGraph } from "../graph";
import type { ColdReason, EntryPoint } from "./contract";
import type { Weights } from "./parameters";

export interface EntryQuestion {
  readonly graph: ProjectGraph;
  readonly entryPoints: readonly EntryPoint[];
  readonly cold: readonly (ColdReason | undefined)[];
  readonly weights: Weights;
}

export interface EntryWeights {
  /** By function. */
  readonly weight: Float64Array;
  /**
   * How far what runs is known, 0..1: the share of the functions that the shown entry points reach (near 1 for an application, near 0 for
   * a library), 1 when the user named the entry points.
   */
  readonly shown: number;
  /** Share of the functions that the entry points reach by likely calls. */
  readonly reachedShare: number;
  /** By function: 1 for those. */
  readonly reached: Uint8Array;
}

/**
 * Every function may be called from outside. The more of the project its shown entry points reach, the less likely that is for the rest:
 * a program starts at its entry points, a library anywhere. A file that declares `__all__` is there to be imported, whatever it runs.
 */
export function weighEntries({ graph, entryPoints, cold, weights }: EntryQuestion): EntryWeights {
  const configured = entryPoints.filter((entry) => entry.kind === "configured");
  const starts = configured.length > 0 ? configured : entryPoints;
  const reached = reachedFrom(
    graph,
    starts.map((entry) => entry.id),
  );
  const reachedShare = shareOf(graph, reached, cold);
  const shown = configured.length > 0 ? 1 : reachedShare;
  const others = configured.length > 0 ? weights.otherWeight : Math.max(weights.otherWeight, (1 - shown) ** 2);
  const weight = new Float64Array(graph.functions.length);
  for (const { id, file, fact } of graph.functions) {
    const own = file.exportedNames === undefined || configured.length > 0 ? others : Math.max(others, weights.exportedWeight);
    const isModule = fact.index === 0;
    weight[id] = cold[id] !== undefined ? weights.coldWeight * own : isModule ? weights.moduleWeight * own : own;
  }
  for (const entry of starts) weight[entry.id] = weights.entryWeight;
  return { weight, shown, reachedShare, reached };
}

/** Calls that are less likely than this say nothing about what belongs to a program. */
const LIKELY = 0.1;

/** Whether the call shows that what it calls belongs to the program. */
export function leadsOn({ kind, share }: CallEdge): boolean {
  return kind !== "module-run" && share >= LIKELY;
}

function reachedFrom(graph: ProjectGraph, starts: readonly FunctionId[]): Uint8Array {
  const reached = new Uint8Array(graph.functions.length);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached[id] === 1) continue;
    reached[id] = 1;
    for (const edge of graph.calls.outgoing[id] ?? []) if (leadsOn(edge)) open.push(edge.callee);
  }
  return reached;
}

function shareOf(graph: ProjectGraph, reached: Uint8Array, cold: readonly (ColdReason | undefined)[]): number {
  let all = 0;
  let met = 0;
  for (const node of graph.functions) {
    if (node.fact.index === 0 || cold[node.id] !== undefined) continue;
    all++;
    if (reached[node.id] === 1 && node.file.exportedNames === undefined) met++;
  }
  return all === 0 ? Number(reached.includes(1)) : met / all;
}
