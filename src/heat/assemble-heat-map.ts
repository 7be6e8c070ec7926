/** Turns amounts of work and frequencies into the HeatMap: shares, ranking, callers, mixes. */
import type { FunctionId, ProjectGraph } from "../graph";
import type { Knowledge } from "../knowledge";
import type { ColdReason, EntryPoint, FunctionHeat, HeatMap, LoopHeat, OperationMix } from "./contract";
import { judgeBound } from "./judge-bound";
import type { FunctionWork } from "./measure-work";
import type { Parameters, Weights } from "./parameters";
import { rateConfidence } from "./rate-confidence";
import { contribution } from "./solve-frequencies";
import type { WeightedEdges } from "./weigh-edges";
import type { EntryWeights } from "./weigh-entries";
import { emptyAmount, type WorkAmount } from "./work-tally";

export interface Estimate {
  readonly graph: ProjectGraph;
  readonly knowledge: Knowledge;
  readonly parameters: Parameters;
  readonly works: readonly FunctionWork[];
  readonly cold: readonly (ColdReason | undefined)[];
  readonly memoised: readonly boolean[];
  /** Growth of calls per round of the recursion a function takes part in, 0 for none. */
  readonly growth: Float64Array;
  readonly edges: WeightedEdges;
  /** Power of a caller's contribution. */
  readonly exponent: number;
  /** Power of the frequency in the heat: 1 where the program is known, so that heat is a share of time there. */
  readonly frequencyExponent: number;
  readonly entries: EntryWeights;
  readonly entryPoints: readonly EntryPoint[];
  readonly frequencies: Float64Array;
}

export function assembleHeatMap(estimate: Estimate): HeatMap {
  const { graph, works, cold, memoised, growth, entries, edges, exponent, frequencies, entryPoints } = estimate;
  const { weights } = estimate.parameters;
  const raw = works.map(
    (work, id) =>
      rawHeat(work, (frequencies[id] as number) ** estimate.frequencyExponent, weights) *
      (cold[id] ? weights.coldWeight : 1) *
      (memoised[id] ? 1 - weights.cacheHit : 1),
  );
  const total = raw.reduce((sum, heat) => sum + heat, 0) || 1;
  const callers = largestCallers(edges, entries.weight, frequencies, exponent);
  const functions = graph.functions.map((_node, id): FunctionHeat => {
    const work = works[id] as FunctionWork;
    const heat = (raw[id] as number) / total;
    const amount = toMix(work.tally.amount);
    return {
      id,
      frequency: frequencies[id] as number,
      work: amount,
      heat,
      mix: shares(amount),
      loops: loopHeats(work, heat),
      ...coldness(estimate, id),
      ...recursion(graph, id, growth[id] as number),
      ...(memoised[id] ? { memoised: true } : {}),
      callers: callers[id] ?? [],
    };
  });
  const ranking = functions.map((item) => item.id).sort((left, right) => order(functions, left, right));
  return {
    functions,
    ranking,
    entryPoints,
    mix: projectMix(works, frequencies, cold),
    bound: judgeBound(graph, works, frequencies, cold),
    confidence: rateConfidence(graph, functions, ranking, entries.reachedShare, entryPoints),
  };
}

/** What the named entry points do not reach counts little already, because it is no entry; the reason is only told. */
function coldness({ cold, entries, entryPoints }: Estimate, id: FunctionId): { readonly cold?: ColdReason } {
  const reason = cold[id];
  if (reason !== undefined) return { cold: reason };
  const isNarrowed = entryPoints.some((entry) => entry.kind === "configured");
  return isNarrowed && !entries.reached.has(id) ? { cold: "unreachable-from-entry" } : {};
}

/** Several calls of itself, or more than one expected call per round of a longer recursion, make it branch. */
function recursion(graph: ProjectGraph, id: FunctionId, growth: number): { readonly recursive?: "linear" | "branching" } {
  if (growth === 0) return {};
  const own = (graph.calls.outgoing[id] ?? []).filter((edge) => edge.callee === id && edge.share >= 0.5);
  const sites = own.reduce((sum, edge) => sum + edge.sites.length, 0);
  return { recursive: growth > 1.05 || sites > 1 ? "branching" : "linear" };
}

function rawHeat(work: FunctionWork, calls: number, weights: Weights): number {
  const { tally } = work;
  return calls * tally.weighted.python ** weights.workExponent * tally.flat ** weights.flatExponent;
}

function order(functions: readonly FunctionHeat[], left: FunctionId, right: FunctionId): number {
  const a = functions[left] as FunctionHeat;
  const b = functions[right] as FunctionHeat;
  return b.heat - a.heat || left - right;
}

/** Python code of other libraries is interpreter work too; the project's bound tells it apart. */
function toMix(amount: WorkAmount): OperationMix {
  return { python: amount.python + amount.library, native: amount.native, io: amount.io };
}

function shares(mix: OperationMix): OperationMix {
  const sum = mix.python + mix.native + mix.io;
  if (sum === 0) return { python: 1, native: 0, io: 0 };
  return { python: mix.python / sum, native: mix.native / sum, io: mix.io / sum };
}

function loopHeats(work: FunctionWork, heat: number): readonly LoopHeat[] {
  const whole = work.tally.weighted.python || 1;
  const loops: LoopHeat[] = [];
  for (const [index, loop] of work.tally.loops.entries()) {
    if (loop === undefined) continue;
    loops.push({
      index,
      trips: loop.trips,
      iterations: loop.iterations,
      heat: heat * Math.min(1, loop.weightedPython / whole),
      mix: shares(toMix(loop.amount)),
      dependence: loop.dependence,
    });
  }
  return loops;
}

function projectMix(works: readonly FunctionWork[], frequencies: Float64Array, cold: readonly (ColdReason | undefined)[]): OperationMix {
  const sum = emptyAmount();
  for (const [id, work] of works.entries()) {
    if (cold[id] !== undefined) continue;
    const frequency = frequencies[id] as number;
    for (const kind of ["python", "native", "io", "library"] as const) sum[kind] += work.tally.weighted[kind] * frequency;
  }
  return shares(toMix(sum));
}

const SHOWN_CALLERS = 8;

function largestCallers(
  edges: WeightedEdges,
  entries: Float64Array,
  frequencies: Float64Array,
  exponent: number,
): readonly FunctionHeat["callers"][] {
  const byCallee: Map<FunctionId, number>[] = Array.from(entries, () => new Map());
  for (let i = 0; i < edges.weight.length; i++) {
    const caller = edges.caller[i] as number;
    const map = byCallee[edges.callee[i] as number] as Map<FunctionId, number>;
    map.set(caller, (map.get(caller) ?? 0) + contribution((edges.weight[i] as number) * (frequencies[caller] as number), exponent));
  }
  return byCallee.map((map, id) => {
    const all: { caller: FunctionId | "entry"; frequency: number }[] = [...map].map(([caller, frequency]) => ({ caller, frequency }));
    all.push({ caller: "entry", frequency: entries[id] as number });
    return all.sort((left, right) => right.frequency - left.frequency).slice(0, SHOWN_CALLERS);
  });
}
