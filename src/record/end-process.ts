/**
 * Ends a recording's processes. On POSIX sampler, runner, program and what they start are one process group of their own; on Windows
 * they are a tree below the sampler.
 */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { RecordingPlan } from "./contract";
import { readStatus } from "./recording-files";

/** Seconds between the polite request to end and the last word. */
const graceSeconds = 2;

const isWindows = process.platform === "win32";

/** Tells the sampler that it is enough: it writes what it has and ends. */
export async function interrupt(pid: number, plan: RecordingPlan): Promise<void> {
  if (!isWindows) return void signal(plan.interrupts === "group" ? -pid : pid, "SIGINT");
  if (plan.sampler === "cprofile") return writeFile(plan.files.stop, "");
  // No signal reaches a single process there; a sampler whose program has ended writes what it has.
  const { pid: program } = await readStatus(plan.files);
  if (program !== undefined) await killTree(program);
}

/** Ends whatever of the recording still runs: asks, waits, then kills. */
export async function endLeftovers(pid: number): Promise<void> {
  if (isWindows) return killTree(pid);
  if (!signal(-pid, "SIGTERM")) return;
  const until = Date.now() + graceSeconds * 1000;
  while (Date.now() < until) {
    await wait(20);
    if (!signal(-pid, 0)) return;
  }
  signal(-pid, "SIGKILL");
}

/** Without asking. */
export async function killNow(pid: number): Promise<void> {
  if (isWindows) await killTree(pid);
  else signal(-pid, "SIGKILL");
}

/** False when there is nothing left to get it. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function killTree(pid: number): Promise<void> {
  return new Promise((resolve) => {
    execFile("taskkill", ["/T", "/F", "/PID", String(pid)], { windowsHide: true }, () => resolve());
  });
}
