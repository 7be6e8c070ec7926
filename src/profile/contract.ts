/**
 * What this room hands on. A reader turns the bytes of a profile into a `RawProfile`; mapping joins it with the assessed project into a
 * `MeasuredProfile`. Lines are 1-based; weights are in the profile's own unit; shares are 0..1 of the profile's whole CPU time (waiting left out).
 */
import type { FunctionId } from "../graph";

export type ProfileFormat =
  | "pstats"
  | "collapsed"
  | "speedscope"
  | "austin"
  | "austin-mojo"
  | "scalene"
  | "pyinstrument"
  | "line-profiler"
  | "perf-script"
  | "pprof"
  | "gecko"
  | "tachyon-jsonl"
  | "tachyon-flamegraph";

/** Where a stack's time went: interpreter work, native code called from Python, or waiting (idle, blocked, asleep). */
export type TimeKind = "python" | "native" | "waiting";

export interface ProfileFrame {
  /** As the profiler wrote it; empty when it did not say. */
  readonly file: string;
  /** Function or qualified name as written, `<module>` for module code. */
  readonly name: string;
  /** Line that ran; absent when the format has none for frames. */
  readonly line?: number;
  /** First line of the function, where the format tells it instead of the running line. */
  readonly firstLine?: number;
  /** Not Python code: a C function, a shared object, the kernel. */
  readonly isNative?: boolean;
}

/** One node of the call tree; a parent comes before its children. */
export interface ProfileNode {
  /** Index in `nodes`; -1 for a root. */
  readonly parent: number;
  /** Index in `frames`. */
  readonly frame: number;
  /** Index in `tracks`, where the format keeps threads, processes or interpreters apart; a node has its parent's. Folded stacks have none. */
  readonly track?: number;
  /** Weight of the time when this node was the innermost one, by kind. */
  readonly self: Readonly<Record<TimeKind, number>>;
  /** Weight with all callees, where the format states it and it is not the sum of the tree (pstats, line_profiler). */
  readonly total?: number;
}

export interface RawProfile {
  readonly format: ProfileFormat;
  /** Tool and version as far as the file tells: `py-spy`, `cProfile`. */
  readonly tool: string;
  /** File name, for messages. */
  readonly source: string;
  /** What a weight counts. */
  readonly unit: "seconds" | "samples" | "calls" | "bytes";
  /** CPU time, wall time, or unknown because the format does not tell. */
  readonly clock: "cpu" | "wall" | "unknown";
  /** A tracing profiler (cProfile, line_profiler) slows calls down unevenly; shares of small functions are too large. */
  readonly isDeterministic: boolean;
  readonly sampleCount?: number;
  /** Own times of nodes with a line hold the time of what the line calls (line_profiler's files); mapping takes it off. */
  readonly linesIncludeCallees?: true;
  readonly frames: readonly ProfileFrame[];
  readonly nodes: readonly ProfileNode[];
  /** Threads, processes and subinterpreters that the format kept apart, with their share of the weight. */
  readonly tracks: readonly { readonly name: string; readonly share: number }[];
  /** Odd things met in reading that did not stop it, each with its place. */
  readonly warnings: readonly string[];
}

/** A profile that cannot be used: one line with file, place, reason and remedy. */
export class ProfileError extends Error {
  override readonly name = "ProfileError";
  constructor(
    readonly source: string,
    readonly reason: string,
    readonly place?: string,
  ) {
    super(`${source}${place === undefined ? "" : `: ${place}`}: ${reason}`);
  }
}

export interface MeasuredFunction {
  /** Own time with native code credited to it, over the whole CPU time of the profile. */
  readonly self: number;
  /** Own time with the libraries that it calls, up to the next function of the project: what moves when a data frame's work moves. */
  readonly withLibraries: number;
  /** With its callees; a recursive function counts once. */
  readonly total: number;
  /** How `self` and the waiting beside it split. `waiting` is a share of the whole wall time where the profile tells it. */
  readonly mix: Readonly<Record<TimeKind, number>>;
  /** Time by line, of the present text where it could be followed; hottest first. */
  readonly lines: readonly MeasuredLine[];
  /** The text has changed since the profile was recorded; lines may be off. */
  readonly isStale: boolean;
}

export interface MeasuredLine {
  readonly line: number;
  /** Own time of the line with native code credited to it, over the whole CPU time of the profile. */
  readonly share: number;
  /** The part of `share` that is native code. */
  readonly native: number;
  /** With what the line calls; counted once where it is on the stack several times. */
  readonly total: number;
}

/** One or several profiles, merged and joined with the project. */
export interface MeasuredProfile {
  readonly sources: readonly {
    readonly file: string;
    readonly format: ProfileFormat;
    readonly tool: string;
    readonly clock: RawProfile["clock"];
    readonly isDeterministic: boolean;
    /** Samples, or 0 for a tracing profiler. */
    readonly samples: number;
    /** Weight that it was merged with. */
    readonly weight: number;
  }[];
  readonly functions: ReadonlyMap<FunctionId, MeasuredFunction>;
  /** Share of the CPU time whose innermost project or library frame is in an assessed file. */
  readonly mappedShare: number;
  /** Share of the frames that look like the project's own and were found in it; under a threshold the profile does not rank. */
  readonly ownMappedShare: number;
  readonly ranks: boolean;
  /** Of the wall time where the profile tells waiting, else of the CPU time: the project's Python, native code, waiting. The rest is `library`. */
  readonly mix: Readonly<Record<TimeKind, number>>;
  /** Python code of libraries and of files outside the project, of the same whole as `mix`. */
  readonly library: number;
  /** Whether the profile tells native code and waiting from interpreter work at all. */
  readonly knows: { readonly native: boolean; readonly waiting: boolean };
  /** Samples of all sources; 0 when only tracing profilers were used. */
  readonly samples: number;
  /** Libraries with the largest part of the CPU time, by package. */
  readonly libraries: readonly { readonly name: string; readonly share: number }[];
  /** What was not found, largest first, and why. */
  readonly unmapped: readonly { readonly frame: string; readonly share: number; readonly reason: string }[];
  readonly warnings: readonly string[];
}

/** A node of the merged call tree, callees below callers. A parent comes before its children. */
export interface CallTreeNode {
  /** Index of the parent; -1 for a root. */
  readonly parent: number;
  readonly name: string;
  /** Path in the project, or as the profiler wrote it for code outside. */
  readonly path?: string;
  /** First line of the function, for the project's own code. */
  readonly line?: number;
  /** Share of the whole CPU time with callees, and without. */
  readonly share: number;
  readonly self: number;
  readonly kind: "own" | "library" | "native" | "unmapped";
}
