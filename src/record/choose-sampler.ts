import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RecordError, type RecordingRequest, type SamplerName, samplerNames } from "./contract";
import { explainFailure } from "./explain-failure";
import type { PythonProgram } from "./python-program";
import { recordingFiles } from "./recording-files";
import { runQuietly } from "./run-quietly";
import { type Sampler, samplers } from "./samplers";

/**
 * The best sampler that works for this program. One that watches processes is first tried on a program that only sleeps: whether the
 * system lets it cannot be told otherwise, and the user's own program must not be started twice. `notes` says why better ones were left.
 * Throws RecordError when the one asked for, or every one, is out of the question.
 */
export async function chooseSampler(
  program: PythonProgram,
  request: Pick<RecordingRequest, "sampler" | "rate" | "cwd" | "env" | "runner">,
): Promise<{ readonly sampler: Sampler; readonly notes: readonly string[] }> {
  const wanted: readonly SamplerName[] = request.sampler === undefined ? samplerNames : [request.sampler];
  const reasons: string[] = [];
  const notes: string[] = [];
  for (const name of wanted) {
    const found = await samplers[name]({ python: program.python, cwd: request.cwd, env: request.env });
    const refusal = typeof found === "string" ? found : await whyNot(found, program, request);
    if (refusal === undefined) return { sampler: found as Sampler, notes };
    reasons.push(refusal);
    // That a tool is not installed is the usual case and no news.
    if (typeof found !== "string" || found.includes("does not start")) notes.push(`${refusal}.`);
  }
  throw new RecordError(reasons.join("; "));
}

async function whyNot(
  sampler: Sampler,
  program: PythonProgram,
  request: Pick<RecordingRequest, "rate" | "cwd" | "env" | "runner">,
): Promise<string | undefined> {
  if (!sampler.watches && program.start === undefined) {
    return `${sampler.title} starts Python itself, and ${program.name} is no Python script; put python, a script or -m MODULE after --`;
  }
  if (sampler.name === "cprofile") return undefined;
  return tryOut(sampler, program, request);
}

/** Records a program that sleeps for a moment. Undefined when it works, else a sentence. */
async function tryOut(
  sampler: Sampler,
  { python }: PythonProgram,
  { rate, cwd, env, runner }: Pick<RecordingRequest, "rate" | "cwd" | "env" | "runner">,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "breakeven-try-"));
  try {
    const files = recordingFiles(join(folder, "profile"));
    const target = ["-c", "import time; time.sleep(0.2)"];
    const trial = { python, command: [python.executable, "-I", ...target], start: { options: ["-I"], target }, name: "trial" };
    const answer = await runQuietly(sampler.argv({ program: trial, rate, runner, files, timeLimit: 5 }), { cwd, env });
    if (answer.status === 0) return undefined;
    return explainFailure(sampler.title, answer.failure === undefined ? answer.stderr : answer.stderr || answer.failure);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
