/** Runs a planned recording to its end. */
import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { rename, stat } from "node:fs/promises";
import { Readable, Writable } from "node:stream";
import { RecordError, type Recording, type RecordingPlan } from "./contract";
import { endLeftovers, interrupt, killNow } from "./end-process";
import { explainFailure } from "./explain-failure";
import { isCounted, keepSamples } from "./keep-samples";
import { type ProgramStatus, readStatus, removeFiles } from "./recording-files";

export interface RecordOptions {
  /** Where the words of program and sampler go: the terminal itself, or a function. Without a terminal the program has no input. */
  readonly words: "terminal" | ((text: string) => void);
  /** Aborted once: stop and keep what was recorded. Aborted again with `force`: end at once. */
  readonly stop?: AbortSignal;
  readonly force?: AbortSignal;
}

/** Seconds that a sampler gets to write its file once it was told to stop. */
const writingSeconds = 20;

/** Seconds in which a sampler may not be listening for SIGINT yet: told to stop then, it would end without a file. */
const startingSeconds = 1;

/** What is kept of the sampler's words, to explain a failure. */
const keptWords = 8_000;

/**
 * Starts the plan's command line, waits for its end, the time limit or a request to stop, ends what is left of its processes, and puts
 * the profile in its place. Throws RecordError when there is no profile in the end; no file is left then.
 */
export async function recordProgram(plan: RecordingPlan, options: RecordOptions): Promise<Recording> {
  try {
    const run = await watchRun(plan, options);
    return await keepProfile(plan, run);
  } finally {
    await removeFiles(plan.files);
  }
}

interface Run {
  readonly outcome: Recording["outcome"];
  readonly seconds: number;
  /** Exit status of what was started, sampler or runner. */
  readonly status: number | null;
  /** The sampler's last words. */
  readonly said: string;
}

async function watchRun(plan: RecordingPlan, options: RecordOptions): Promise<Run> {
  const started = performance.now();
  const child = start(plan, options.words);
  const listening = listen(child, plan, options.words);
  const pid = await startedAs(child, plan);
  let outcome: Recording["outcome"] = "ended";
  const timers: NodeJS.Timeout[] = [];
  const stop = (why: "stopped" | "time-limit") => {
    if (outcome !== "ended") return;
    outcome = why;
    const early = plan.wordsFrom === "sampler" ? startingSeconds * 1000 - (performance.now() - started) : 0;
    timers.push(setTimeout(() => void interrupt(pid, plan), Math.max(0, early)));
    timers.push(setTimeout(() => void endLeftovers(pid), writingSeconds * 1000));
  };
  const onStop = () => stop("stopped");
  const onForce = () => void killNow(pid);
  if (plan.timeLimit !== undefined) timers.push(setTimeout(() => stop("time-limit"), plan.timeLimit * 1000));
  options.stop?.addEventListener("abort", onStop);
  options.force?.addEventListener("abort", onForce);
  if (options.stop?.aborted) onStop();
  try {
    const status = await ended(child);
    const seconds = (performance.now() - started) / 1000;
    await endLeftovers(pid);
    return { outcome, seconds, status, said: await listening() };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    options.stop?.removeEventListener("abort", onStop);
    options.force?.removeEventListener("abort", onForce);
  }
}

function start(plan: RecordingPlan, words: RecordOptions["words"]): ChildProcess {
  const [file = "", ...args] = plan.argv;
  return spawn(file, args, {
    cwd: plan.cwd,
    env: plan.env,
    stdio: streamsOf(plan, words === "terminal"),
    // A group of its own can be ended whole, and Ctrl-C reaches it only through us.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
}

/** Input, output, error, and past them output and error of a program that does not share its sampler's, and the word to go. */
function streamsOf({ wordsFrom, ready }: RecordingPlan, isTerminal: boolean): StdioOptions {
  const go = ready === undefined ? [] : ["pipe" as const];
  if (!isTerminal) return ["ignore", "pipe", "pipe", ...(wordsFrom === "sampler" ? (["pipe", "pipe"] as const) : []), ...go];
  if (wordsFrom === "sampler") return ["inherit", "pipe", "pipe", 1, 2, ...go];
  return ["inherit", "inherit", wordsFrom === "both" ? "pipe" : "inherit"];
}

/** Passes words on; the function given back waits for the last of them and says what the sampler said. */
function listen(child: ChildProcess, { wordsFrom, ready }: RecordingPlan, words: RecordOptions["words"]): () => Promise<string> {
  let said = "";
  const pass = words === "terminal" ? (text: string) => void process.stderr.write(text) : words;
  const keep = (text: string) => {
    said = (said + text).slice(-keptWords);
    if (ready?.test(said)) sayGo(child);
  };
  const both = (text: string) => {
    keep(text);
    pass(text);
  };
  const heard = wordsFrom === "sampler" ? [keep, keep, pass, pass] : [pass, both];
  const streams = [child.stdout, child.stderr, ...child.stdio.slice(3, 5)];
  const open = streams.flatMap((stream, index) => (stream instanceof Readable ? [{ stream, hear: heard[index] ?? pass }] : []));
  for (const { stream, hear } of open) stream.setEncoding("utf8").on("data", hear);
  const closed = Promise.all(open.map(({ stream }) => new Promise((resolve) => stream.once("close", resolve))));
  return async () => {
    // A process that got away may hold them open for ever.
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
    for (const { stream } of open) stream.destroy();
    return said;
  };
}

function sayGo(child: ChildProcess): void {
  const go = (child.stdio as readonly unknown[])[5];
  if (!(go instanceof Writable) || go.writableEnded) return;
  // A runner that has waited long enough has closed its end.
  go.on("error", () => undefined);
  go.end("\n");
}

function startedAs(child: ChildProcess, plan: RecordingPlan): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("spawn", () => resolve(child.pid as number));
    child.once("error", (error) => reject(new RecordError(`${plan.samplerTitle} could not be started: ${error.message}`)));
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", resolve));
}

/** The checks of what came out, then the file in its place. */
async function keepProfile(plan: RecordingPlan, run: Run): Promise<Recording> {
  const { part, kept } = plan.files;
  const { end, failed, pid } = await readStatus(plan.files);
  if (failed !== undefined) throw new RecordError(`the program could not be started: ${failed}`);
  const size = (await stat(part).catch(() => undefined))?.size ?? 0;
  const isText = size > 0 && isCounted(plan.extension);
  const samples = isText ? await keepSamples(part, kept, plan.extension, plan.isBeside) : undefined;
  if (size === 0 || samples === 0) throw new RecordError(whyEmpty(plan, run, { end, pid }, size > 0), end);
  await rename(isText ? kept : part, plan.output);
  const { outcome, seconds } = run;
  return { file: plan.output, sampler: plan.sampler, samplerTitle: plan.samplerTitle, outcome, end, seconds, samples };
}

function whyEmpty(plan: RecordingPlan, { outcome, seconds, status, said }: Run, program: ProgramStatus, wasWritten: boolean): string {
  const after = `after ${seconds.toFixed(1)} s`;
  const isCprofile = plan.sampler === "cprofile";
  if (program.pid === undefined) return explainFailure(plan.samplerTitle, said);
  if (outcome !== "ended" && program.end === undefined) {
    const reason = isCprofile ? "the program did not end when asked to (SIGINT)" : `${plan.samplerTitle} wrote nothing`;
    return `nothing was recorded until the program was stopped ${after}: ${reason}`;
  }
  if (program.end === undefined) {
    if (isCprofile)
      return `the program ended ${after} in a way that leaves cProfile no chance to write (os._exit, a crash or a kill); a sampler such as py-spy can record it`;
    return `${explainFailure(plan.samplerTitle, said)} (status ${status ?? "unknown"}); the program was ended with it ${after}`;
  }
  if (wasWritten || status === 0) {
    return `no sample was taken: the program ended ${after}, or it only waited; let it work longer, sample more often, or record with cProfile`;
  }
  return `the program ended ${after}, before ${plan.samplerTitle} had recorded anything; let it work longer, or record with cProfile`;
}
