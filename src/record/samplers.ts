/**
 * The profilers that can record, best first, and how each is started. Sources: `py-spy record --help` (0.4.3), `austin --help`
 * (3.7.0, github.com/P403n1x87/austin), docs.python.org/3.15/library/profiling.sampling.html, docs.python.org/3/library/profile.html.
 */
import { dirname } from "node:path";
import type { RecordingFiles, SamplerName } from "./contract";
import { findExecutable } from "./find-executable";
import type { Python, PythonProgram } from "./python-program";
import { runQuietly } from "./run-quietly";

/** A profiler that is there; whether it may look into processes here is another question (`try-sampler.ts`). */
export interface Sampler {
  readonly name: SamplerName;
  readonly title: string;
  readonly extension: string;
  /** Watches a process and those that it starts, so it can record what is no Python program, too. */
  readonly watches: boolean;
  /** What it says when it is watching; the program is held back until then. */
  readonly ready?: RegExp;
  /** On SIGINT it stops to sample and then waits for the program: that must be told, too. */
  readonly waitsForProgram?: boolean;
  /** What it leaves out; a sentence for the reader. */
  readonly blindness?: string;
  /** What is started: the sampler with its options around the runner. */
  argv(order: SamplerOrder): readonly string[];
}

export interface SamplerOrder {
  readonly program: PythonProgram;
  readonly rate: number;
  readonly timeLimit?: number;
  readonly runner: string;
  readonly files: RecordingFiles;
  /** The descriptors that the program writes to, where they are not the sampler's. */
  readonly programWords?: { readonly out: number; readonly error: number };
  /** The descriptor on which the runner is told that the sampler watches. */
  readonly go?: number;
}

export interface SearchPlace {
  readonly python: Python;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Undefined, or why not, when it is not there. */
export type FindSampler = (place: SearchPlace) => Promise<Sampler | string>;

export const samplers: Readonly<Record<SamplerName, FindSampler>> = {
  "py-spy": findPySpy,
  sampling: findStandardSampling,
  austin: findAustin,
  cprofile: async () => cprofile,
};

async function findPySpy(place: SearchPlace): Promise<Sampler | string> {
  const found = await findTool("py-spy", place);
  if (typeof found === "string") return found;
  return {
    name: "py-spy",
    title: `py-spy ${found.version}`,
    extension: "collapsed",
    watches: true,
    // It gives a process some 0.1 s to become a Python that it knows, and does not look at it again after that.
    ready: /Sampling process/,
    argv: (order) => {
      const format = ["--format", "raw", "--full-filenames", "--threads", "--subprocesses"];
      const sampling = ["--rate", String(order.rate), "--output", order.files.part];
      return [found.file, "record", ...format, ...sampling, "--", ...watchedRunner(order)];
    },
  };
}

async function findAustin(place: SearchPlace): Promise<Sampler | string> {
  const found = await findTool("austin", place);
  if (typeof found === "string") return found;
  return {
    name: "austin",
    title: `Austin ${found.version}`,
    // Version 4 writes the binary format MOJO and nothing else.
    extension: Number.parseInt(found.version, 10) >= 4 ? "mojo" : "austin",
    watches: true,
    waitsForProgram: true,
    argv: (order) => {
      const interval = `${Math.max(1, Math.round(1_000_000 / order.rate))}us`;
      // Sleepless: time that threads wait, the runner's own above all, is not CPU time.
      return [found.file, "-C", "-s", "-i", interval, "-o", order.files.part, ...watchedRunner(order)];
    },
  };
}

async function findStandardSampling({ python, cwd, env }: SearchPlace): Promise<Sampler | string> {
  const [major, minor] = python.version;
  if (major === 3 && minor < 15) return `Python ${major}.${minor} has no profiling.sampling (3.15 or newer has)`;
  const help = await runQuietly([python.executable, "-I", "-m", "profiling.sampling", "run", "--help"], { cwd, env });
  if (help.status !== 0) return `profiling.sampling does not start: ${help.failure ?? help.stderr.trim().split("\n").at(-1) ?? ""}`;
  return standardSampling(python, help.stdout);
}

/** A day: longer than any recording, for versions that would stop sampling after ten seconds by themselves. */
const longest = 86_400;

/** `help` decides how the rate is said: versions of the standard library's sampler differ. */
export function standardSampling(python: Python, help: string): Sampler {
  return {
    name: "sampling",
    title: `profiling.sampling of Python ${python.version.join(".")}`,
    extension: "collapsed",
    watches: false,
    blindness: "It records this process only, not the processes that it starts.",
    argv: (order) => {
      const rate = help.includes("--sampling-rate")
        ? ["--sampling-rate", String(order.rate)]
        : ["--interval", String(Math.max(1, Math.round(1_000_000 / order.rate)))];
      const duration = ["--duration", String(Math.ceil(order.timeLimit ?? longest))];
      const run = ["-m", "profiling.sampling", "run", "--collapsed", "--output", order.files.part, "--all-threads"];
      // The child inherits no options of the interpreter from its sampler.
      return [python.executable, ...run, "--mode", "cpu", ...rate, ...duration, ...insideRunner(order, [])];
    },
  };
}

const cprofile: Sampler = {
  name: "cprofile",
  title: "cProfile",
  extension: "pstats",
  watches: false,
  blindness:
    "cProfile follows every call, which slows programs with many small calls and makes those calls look larger than they are; it sees the main thread of one process only.",
  argv: (order) => {
    const start = order.program.start;
    return [order.program.python.executable, ...(start?.options ?? []), ...insideRunner(order, ["--cprofile", order.files.part])];
  },
};

/** A Python program runs within the runner, which the sampler knows from the start; anything else beside it. */
function watchedRunner(order: SamplerOrder): string[] {
  const { program, runner, files, programWords, go } = order;
  const words = programWords === undefined ? [] : ["--stdout", String(programWords.out), "--stderr", String(programWords.error)];
  const options = [...words, ...(go === undefined ? [] : ["--go", String(go)])];
  const { executable } = program.python;
  if (program.start !== undefined) return [executable, ...program.start.options, ...insideRunner(order, options)];
  return [executable, "-I", "-S", runner, "child", files.status, ...options, "--", ...program.command];
}

function insideRunner({ program, runner, files }: SamplerOrder, options: readonly string[]): string[] {
  const stop = process.platform === "win32" ? ["--stop-file", files.stop] : [];
  return [runner, "inside", files.status, ...options, ...stop, "--", ...(program.start?.target ?? [])];
}

/** Beside the interpreter first: a virtual environment has its own. */
async function findTool(name: string, { python, cwd, env }: SearchPlace): Promise<{ file: string; version: string } | string> {
  const file = await findExecutable(name, { cwd, env, folders: [dirname(python.executable)] });
  if (file === undefined) return `${name} is not installed`;
  const answer = await runQuietly([file, "--version"], { cwd, env });
  const version = /\d+(\.\d+)+/.exec(`${answer.stdout}${answer.stderr}`)?.[0];
  if (answer.status === 0 && version !== undefined) return { file, version };
  const reason = answer.failure ?? answer.stderr.trim().split("\n")[0] ?? "";
  return `${name} does not start: ${reason}`;
}
