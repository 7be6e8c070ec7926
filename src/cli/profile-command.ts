/** `breakeven profile -- python script.py`: runs a program under a profiler, and says what to do with the file. */
import { isAbsolute, join, relative, resolve } from "node:path";
import {
  makeProfileFolder,
  nameProfile,
  type ProgramEnd,
  planRecording,
  RecordError,
  type Recording,
  type RecordingPlan,
  recordProgram,
  type SamplerName,
  toCommandLine,
} from "../record";
import { assessCommand } from "./assess-command";
import { UsageError } from "./usage-error";
import { requireWritable } from "./write-output";

export interface ProfileFlags {
  readonly with?: SamplerName;
  readonly output?: string;
  readonly duration?: number;
  readonly rate: number;
  readonly assess?: string;
  readonly quiet?: boolean;
}

/** No profile, though the program ended well. */
const noProfileStatus = 2;
const interruptedStatus = 130;

/** Below this many samples shares are rough: one of 10 % is between 4 and 16 % of the time (two standard errors). */
const fewSamples = 100;

/** Runs `command`, and returns its exit status: 128 and the signal when one ended it, 0 at the time limit, 130 when stopped by Ctrl-C. */
export async function profileCommand(command: readonly string[], flags: ProfileFlags): Promise<number> {
  if (flags.output !== undefined) await requireWritable(flags.output);
  const say = flags.quiet ? () => undefined : (text: string) => void process.stderr.write(`breakeven: ${text}\n`);
  const plan = await planOf(command, flags);
  say(`recording with ${plan.samplerTitle}`);
  for (const note of plan.notes) say(note);
  if (!flags.quiet) process.stderr.write(`$ ${plan.commandLine}\n`);
  const recording = await recordHere(plan);
  if (typeof recording === "number") return recording;
  tell(recording, say);
  const status = recording.outcome === "ended" ? statusOf(recording.end) : recording.outcome === "stopped" ? interruptedStatus : 0;
  if (flags.assess === undefined) {
    say(`to assess with it: breakeven assess . --profile ${toCommandLine([shown(recording.file)])}`);
    return status;
  }
  const profile = [{ file: recording.file, weight: 1 }];
  const assessed = await assessCommand(flags.assess, { format: "terminal", failOn: "never", progress: !flags.quiet, profile });
  return status === 0 ? assessed : status;
}

async function planOf(command: readonly string[], flags: ProfileFlags): Promise<RecordingPlan> {
  const cwd = process.cwd();
  try {
    return await planRecording({
      command,
      cwd,
      env: process.env,
      sampler: flags.with,
      rate: flags.rate,
      timeLimit: flags.duration,
      output: async (name, extension) =>
        flags.output === undefined ? nameProfile(await makeProfileFolder(cwd), name, extension) : resolve(flags.output),
      runner: join(__dirname, "run_program.py"),
    });
  } catch (error) {
    throw error instanceof RecordError ? new UsageError(error.message) : error;
  }
}

/** Ctrl-C stops the program and keeps what was recorded; a second one ends it at once. A number is the status when there is no profile. */
async function recordHere(plan: RecordingPlan): Promise<Recording | number> {
  const stop = new AbortController();
  const force = new AbortController();
  const onSignal = () => (stop.signal.aborted ? force.abort() : stop.abort());
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, onSignal);
  try {
    return await recordProgram(plan, { words: "terminal", stop: stop.signal, force: force.signal });
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    process.stderr.write(`breakeven: no profile: ${error.message}\n`);
    if (stop.signal.aborted) return interruptedStatus;
    return statusOf(error.end) || noProfileStatus;
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}

function tell(recording: Recording, say: (text: string) => void): void {
  const { outcome, samples, seconds, file, end } = recording;
  if (outcome === "time-limit") say("the time limit was reached; the program was stopped");
  if (outcome === "stopped") say("stopped; what was recorded until then is kept");
  if (outcome === "ended" && statusOf(end) !== 0) say(`the program ended with status ${statusOf(end)}`);
  const count = samples === undefined ? "recorded" : `${samples} samples in`;
  say(`${count} ${seconds.toFixed(1)} s, in ${shown(file)}`);
  if (samples !== undefined && samples < fewSamples) say("these are few samples: shares are rough; let it work longer or raise --rate");
}

function statusOf(end: ProgramEnd | undefined): number {
  if (end === undefined) return 0;
  return end.kind === "signal" ? 128 + end.value : end.value;
}

/** Relative where that is shorter to type. */
function shown(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith("..") || isAbsolute(path) ? file : path;
}
