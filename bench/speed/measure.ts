/** CPU time, wall time and memory of commands, each in a process of its own. */
import { spawnSync } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { workFile } from "./corpus";

export interface Usage {
  readonly status: number;
  /** Seconds, of all threads. */
  readonly cpu: number;
  readonly wall: number;
  /** Bytes, largest resident size. */
  readonly memory: number;
}

/** Output goes nowhere. Throws when the command fails, with what it said. */
export function measure(
  command: readonly string[],
  options: { readonly cwd?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Usage {
  const report = workFile("usage.json");
  const errors = workFile("stderr.txt");
  spawnSync("python3", [resolve("bench/speed/run_measured.py"), report, ...command], {
    cwd: options.cwd,
    env: { ...process.env, ...options.environment },
    stdio: ["ignore", openSync("/dev/null", "w"), openSync(errors, "w")],
  });
  const usage = JSON.parse(readFileSync(report, "utf8")) as Usage;
  if (usage.status !== 0) throw new Error(`${command.join(" ")} ended with ${usage.status}: ${readFileSync(errors, "utf8").slice(-500)}`);
  return usage;
}

/** What a script prints as JSON on its last line. */
export function measureScript<Result>(command: readonly string[]): Result {
  const [program = "", ...args] = command;
  const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(`${command.join(" ")} ended with ${done.status}: ${done.stderr.slice(-800)}`);
  return JSON.parse(done.stdout.trim().split("\n").at(-1) ?? "") as Result;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
