/** Real programs, recorded by what is on this machine. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecordingPlan, RecordingRequest, SamplerName } from "../../../src/record";
import { planRecording, type RecordOptions, recordProgram } from "../../../src/record";
import { findExecutable } from "../../../src/record/find-executable";

export const runner = join(__dirname, "..", "..", "..", "src", "record", "python", "run_program.py");
const environment: NodeJS.ProcessEnv = { PATH: process.env["PATH"], HOME: process.env["HOME"], SystemRoot: process.env["SystemRoot"] };

export interface Program {
  readonly folder: string;
  plan(command: readonly string[], change?: Partial<RecordingRequest>): Promise<RecordingPlan>;
  remove(): void;
}

/** A folder with files, in which commands are planned; profiles go to `profile.EXTENSION` there. */
export function makeProgram(files: Readonly<Record<string, string>>): Program {
  const folder = mkdtempSync(join(tmpdir(), "breakeven-record-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o755 });
  const output = async (_: string, extension: string) => join(folder, `profile.${extension}`);
  return {
    folder,
    plan: (command, change = {}) => planRecording({ command, cwd: folder, env: environment, rate: 100, output, runner, ...change }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Records and gives the words beside the recording. */
export async function record(plan: RecordingPlan, options: Partial<RecordOptions> = {}) {
  let words = "";
  const recording = await recordProgram(plan, {
    words: (text) => {
      words += text;
    },
    ...options,
  });
  return { ...recording, words };
}

/** Leaves a test out, with the reason in words, where a program is not installed. */
export async function needs(context: Mocha.Context, program: string): Promise<void> {
  if ((await findExecutable(program, { cwd: ".", env: environment })) !== undefined) return;
  context.test?.parent?.eachTest((test) => {
    test.title += ` (left out: ${program} is not installed)`;
  });
  context.skip();
}

export const programOf: Readonly<Partial<Record<SamplerName, string>>> = { "py-spy": "py-spy", austin: "austin" };
