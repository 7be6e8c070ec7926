/** What the heat room hands on: where the CPU time is estimated to go, per function and loop, and how sure that is. */
import type { CancellationToken } from "../base";
import type { FunctionId } from "../graph";
import type { LoopIndex } from "../syntax";

/** Shares or amounts of interpreter work, native work (time inside C, Rust, BLAS) and waiting. */
export interface OperationMix {
  readonly python: number;
  readonly native: number;
  readonly io: number;
}

export interface TripCount {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** In words: "range(64) is literal", "assumed for lines of a file". */
  readonly evidence: string;
  /** low = mid = high known from the source. */
  readonly exact: boolean;
  /** The loop runs as long as there is something to do: its count is in the input alone. */
  readonly openEnded?: true;
}

/** How iterations of a loop depend on each other, from def-use inside its body. */
export type LoopDependence = "elementwise" | "reduction" | "loop-carried" | "unknown";

export interface LoopHeat {
  readonly index: LoopIndex;
  readonly trips: TripCount;
  /** Iterations per call of the function: the product of the enclosing loops' mid trips and branch frequencies with its own. */
  readonly iterations: number;
  /** Share of the project's Python CPU time spent in this loop's body, nested loops included, callees not; 0..1. */
  readonly heat: number;
  /** Shares, sum 1. */
  readonly mix: OperationMix;
  readonly dependence: LoopDependence;
}

export type ColdReason =
  | "test"
  | "documentation"
  | "example"
  | "setup"
  | "migration"
  | "generated"
  | "import-time"
  | "configuration"
  | "formatting"
  | "error"
  | "unreachable-from-entry";

export interface FunctionHeat {
  readonly id: FunctionId;
  /** The same object in every estimate in which the function's work, mix, loops and trips are the same; undefined where that is not known. */
  readonly basis?: object;
  /** Estimated calls, relative to one run of the entry points. */
  readonly frequency: number;
  /** Work of one call, own code only, in interpreter operation units of `knowledge/`, loops at their mid trip counts. */
  readonly work: OperationMix;
  /** Share of the project's Python CPU time, own code only, 0..1; sums to 1 over the project. */
  readonly heat: number;
  /** Shares of `work`, sum 1. */
  readonly mix: OperationMix;
  readonly loops: readonly LoopHeat[];
  /** Why the function counts as cold, when it does. */
  readonly cold?: ColdReason;
  /** How the function calls itself, when it does: once per call, or several times (tree walks, backtracking, divide and conquer). */
  readonly recursive?: "linear" | "branching";
  /** A cache answers repeated calls. */
  readonly memoised?: boolean;
  /** Largest contributions to `frequency`, biggest first; `entry` stands for the outside. */
  readonly callers: readonly { readonly caller: FunctionId | "entry"; readonly frequency: number }[];
}

export interface EntryPoint {
  readonly id: FunctionId;
  readonly kind: "main" | "console-script" | "route" | "task" | "command" | "configured";
  readonly evidence: string;
}

export type ConfidenceLevel = "high" | "medium" | "low";

export interface ProjectBound {
  readonly kind: "own-python" | "native" | "library" | "io" | "unknown";
  /** Sentences. */
  readonly evidence: readonly string[];
  /**
   * How much of the project's work is of each kind, sum 1: the root of each function's work times its frequency, so that one costly
   * call in a corner does not outweigh everything else. No share of time.
   */
  readonly shares: { readonly ownPython: number; readonly native: number; readonly library: number; readonly io: number };
}

export interface HeatMap {
  /** By FunctionId. */
  readonly functions: readonly FunctionHeat[];
  /** FunctionIds, hottest first; cold functions count a fiftieth. */
  readonly ranking: readonly FunctionId[];
  /** By FunctionId: most iterations of a loop whose count is known from the source; 0 without one. */
  readonly exactTrips: Float64Array;
  readonly entryPoints: readonly EntryPoint[];
  /** Of the whole project, frequency-weighted; shares, sum 1. */
  readonly mix: OperationMix;
  /** What limits the project: own Python code, native libraries, other Python libraries, or waiting. */
  readonly bound: ProjectBound;
  readonly confidence: { readonly level: ConfidenceLevel; readonly reasons: readonly string[] };
}

/** What the caller knows beyond the sources. */
export interface HeatOptions {
  /** `FILE` or `FILE:function` (qualname), relative to the root; the estimate then narrows to what these reach. */
  readonly entryPoints?: readonly string[];
  /** Tests count as code that runs. */
  readonly includeTests?: boolean;
  /** From packaging metadata: script name and `package.module:function`. */
  readonly consoleScripts?: readonly { readonly name: string; readonly target: string }[];
  readonly token?: CancellationToken;
  /** An estimate of the graph from before its update, made with `keep`: what has not changed since is not worked out again. */
  readonly previous?: HeatMap;
  /** The graph will be updated and asked about again: what leads to the estimate is kept with it. */
  readonly keep?: boolean;
}
