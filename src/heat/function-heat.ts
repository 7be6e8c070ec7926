/** What the heat map says of one function. Worked out when somebody asks: of most functions of a project nobody ever does. */
import type { FunctionId, ProjectGraph } from "../graph";
import type { ColdReason, EntryPoint, FunctionHeat, LoopHeat, OperationMix } from "./contract";
import type { FunctionTraits } from "./function-traits";
import type { FunctionWork } from "./measure-work";
import { contribution, edgesByCallee } from "./solve-frequencies";
import type { WeightedEdges } from "./weigh-edges";
import type { EntryWeights } from "./weigh-entries";
import type { WorkAmount } from "./work-tally";

/** What all functions of one map share. */
export interface HeatTable {
  readonly graph: ProjectGraph;
  readonly traits: FunctionTraits;
  /** Growth of calls per round of the recursion a function takes part in, 0 for none. */
  readonly growth: Float64Array;
  readonly edges: WeightedEdges;
  /** Power of a caller's contribution. */
  readonly exponent: number;
  readonly entries: EntryWeights;
  readonly entryPoints: readonly EntryPoint[];
  /** The user named entry points: what they do not reach is told to be cold. */
  readonly isNarrowed: boolean;
  readonly frequencies: Float64Array;
  /** Share of the project's heat. */
  readonly shares: Float64Array;
}

/** The getters do what plain fields would; spreading one into another object does not copy them. */
export class EstimatedHeat implements FunctionHeat {
  private known: { loops?: readonly LoopHeat[]; callers?: FunctionHeat["callers"] } | undefined;

  constructor(
    private readonly table: HeatTable,
    readonly id: FunctionId,
  ) {}

  get basis(): object {
    return this.table.traits.works[this.id] as FunctionWork;
  }

  get frequency(): number {
    return this.table.frequencies[this.id] as number;
  }

  get work(): OperationMix {
    return toMix(this.tally.amount);
  }

  get heat(): number {
    return this.table.shares[this.id] as number;
  }

  get mix(): OperationMix {
    return sharesOf(this.work);
  }

  get loops(): readonly LoopHeat[] {
    this.known ??= {};
    this.known.loops ??= loopHeats(this.tally, this.heat);
    return this.known.loops;
  }

  get cold(): ColdReason | undefined {
    return coldReason(this.table, this.id);
  }

  get recursive(): "linear" | "branching" | undefined {
    const { graph, growth } = this.table;
    return recursion(graph, this.id, growth[this.id] as number);
  }

  get memoised(): boolean | undefined {
    return this.table.traits.memoised[this.id] ? true : undefined;
  }

  get callers(): FunctionHeat["callers"] {
    this.known ??= {};
    this.known.callers ??= largestCallers(this.table, this.id);
    return this.known.callers;
  }

  private get tally(): FunctionWork["tally"] {
    return (this.table.traits.works[this.id] as FunctionWork).tally;
  }
}

/** What the named entry points do not reach counts little already, because it is no entry; the reason is only told. */
export function coldReason({ traits, entries, isNarrowed }: HeatTable, id: FunctionId): ColdReason | undefined {
  return traits.cold[id] ?? (isNarrowed && entries.reached[id] !== 1 ? "unreachable-from-entry" : undefined);
}

/** Several calls of itself, or more than one expected call per round of a longer recursion, make it branch. */
function recursion(graph: ProjectGraph, id: FunctionId, growth: number): "linear" | "branching" | undefined {
  if (growth === 0) return undefined;
  const own = (graph.calls.outgoing[id] ?? []).filter((edge) => edge.callee === id && edge.share >= 0.5);
  const sites = own.reduce((sum, edge) => sum + edge.sites.length, 0);
  return growth > 1.05 || sites > 1 ? "branching" : "linear";
}

/** Python code of other libraries is interpreter work too; the project's bound tells it apart. */
export function toMix(amount: WorkAmount): OperationMix {
  return { python: amount.python + amount.library, native: amount.native, io: amount.io };
}

export function sharesOf(mix: OperationMix): OperationMix {
  const sum = mix.python + mix.native + mix.io;
  if (sum === 0) return { python: 1, native: 0, io: 0 };
  return { python: mix.python / sum, native: mix.native / sum, io: mix.io / sum };
}

function loopHeats(tally: FunctionWork["tally"], heat: number): readonly LoopHeat[] {
  const whole = tally.weighted.python || 1;
  const loops: LoopHeat[] = [];
  for (const [index, loop] of tally.loops.entries()) {
    if (loop === undefined) continue;
    loops.push({
      index,
      trips: loop.trips,
      iterations: loop.iterations,
      heat: heat * Math.min(1, loop.weightedPython / whole),
      mix: sharesOf(toMix(loop.amount)),
      dependence: loop.dependence,
    });
  }
  return loops;
}

const SHOWN_CALLERS = 8;

function largestCallers({ edges, entries, frequencies, exponent }: HeatTable, id: FunctionId): FunctionHeat["callers"] {
  const { start, edge } = edgesByCallee(edges, frequencies.length);
  const byCaller = new Map<FunctionId, number>();
  for (const i of edge.subarray(start[id], start[id + 1])) {
    const caller = edges.caller[i] as number;
    const calls = contribution((edges.weight[i] as number) * (frequencies[caller] as number), exponent);
    byCaller.set(caller, (byCaller.get(caller) ?? 0) + calls);
  }
  const all: { caller: FunctionId | "entry"; frequency: number }[] = [...byCaller].map(([caller, frequency]) => ({ caller, frequency }));
  all.push({ caller: "entry", frequency: entries.weight[id] as number });
  return all.sort((left, right) => right.frequency - left.frequency).slice(0, SHOWN_CALLERS);
}
