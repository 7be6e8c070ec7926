import { readFile, rm } from "node:fs/promises";
import type { ProgramEnd, RecordingFiles } from "./contract";

export function recordingFiles(output: string): RecordingFiles {
  return { part: `${output}.part`, kept: `${output}.kept`, status: `${output}.status`, stop: `${output}.stop` };
}

/** What the runner wrote down. */
export interface ProgramStatus {
  readonly pid?: number;
  readonly end?: ProgramEnd;
  /** Why the program could not be started. */
  readonly failed?: string;
}

export async function readStatus({ status }: RecordingFiles): Promise<ProgramStatus> {
  const text = await readFile(status, "utf8").catch(() => "");
  const said = (word: string) => new RegExp(`^${word} (.*)$`, "m").exec(text)?.[1];
  const [pid, exit, signal] = [said("pid"), said("exit"), said("signal")];
  const end: ProgramEnd | undefined =
    signal !== undefined
      ? { kind: "signal", value: Number(signal) }
      : exit !== undefined
        ? { kind: "exit", value: Number(exit) }
        : undefined;
  return { pid: pid === undefined ? undefined : Number(pid), end, failed: said("failed") };
}

export async function removeFiles(files: RecordingFiles): Promise<void> {
  await Promise.all(Object.values(files).map((file: string) => rm(file, { force: true, recursive: true })));
}
