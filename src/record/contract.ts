/** What this room hands on. Times are seconds, rates samples a second, paths absolute in the machine's own form. */

export const samplerNames = ["py-spy", "sampling", "austin", "cprofile"] as const;
/** `sampling` is `profiling.sampling` of Python 3.15's standard library. */
export type SamplerName = (typeof samplerNames)[number];

/** What the shell asks to be recorded. */
export interface RecordingRequest {
  /** Program and arguments, as typed after `--`. */
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Undefined: the best that works here. */
  readonly sampler?: SamplerName;
  /** Samples a second; a tracing profiler has none. */
  readonly rate: number;
  /** Seconds after which the program is stopped; undefined: never. */
  readonly timeLimit?: number;
  /** Where the profile goes, once the sampler, and with it the format, is known. `name` is the program's, `extension` has no dot. */
  readonly output: (name: string, extension: string) => Promise<string>;
  /** `run_program.py` of this room, as a file. */
  readonly runner: string;
}

/** All that is settled before anything of the user's is run. */
export interface RecordingPlan {
  readonly sampler: SamplerName;
  /** Name and version for the reader: `py-spy 0.4.1`. */
  readonly samplerTitle: string;
  /** What is started, word by word. */
  readonly argv: readonly string[];
  /** The user's own part of it: interpreter, script and arguments. */
  readonly programLine: string;
  /** `argv` as it can be pasted into a shell. */
  readonly commandLine: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly timeLimit?: number;
  readonly output: string;
  /** Of the format that the sampler writes, without dot. */
  readonly extension: string;
  /** Why a better sampler was not taken, and what the one taken does not see; a sentence each. */
  readonly notes: readonly string[];
  /** Whose words come on standard output and error: the sampler's alone (the program has streams of its own), both, or the program's alone. */
  readonly wordsFrom: "sampler" | "both" | "program";
  /** Who is told to stop: the sampler alone, or, where it would then wait for the program, all of the group. */
  readonly interrupts: "sampler" | "group";
  /** What the sampler says when it watches; only then the program is started. Undefined: at once. */
  readonly ready?: RegExp;
  /** The runner is a process beside the program; what the sampler sees of it is left out of the profile. */
  readonly isBeside: boolean;
  readonly files: RecordingFiles;
}

/** Files of one recording beside its output; gone when it has ended. */
export interface RecordingFiles {
  /** Written by the sampler, renamed to the output when whole. */
  readonly part: string;
  /** `part` without what the sampler saw of the runner. */
  readonly kept: string;
  /** Written by the runner: process id and how the program ended. */
  readonly status: string;
  /** Made to stop a program where no signal can be sent. */
  readonly stop: string;
}

/** How the program ended. */
export interface ProgramEnd {
  readonly kind: "exit" | "signal";
  /** Exit status, or number of the signal. */
  readonly value: number;
}

export interface Recording {
  readonly file: string;
  readonly sampler: SamplerName;
  readonly samplerTitle: string;
  /** `stopped`: on request; what had been recorded until then is in the file. */
  readonly outcome: "ended" | "stopped" | "time-limit";
  /** Undefined when it was stopped before it could say. */
  readonly end?: ProgramEnd;
  readonly seconds: number;
  /** Samples in the file; undefined for formats that do not count them. */
  readonly samples?: number;
}

/** A recording that could not be made: one sentence with reason and remedy. `end`: the program had run, and ended so. */
export class RecordError extends Error {
  override readonly name = "RecordError";
  constructor(
    message: string,
    readonly end?: ProgramEnd,
  ) {
    super(message);
  }
}
