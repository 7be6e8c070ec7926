/** The built command line as a process of its own, the way a user or a build server starts it. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(__dirname, "..", "..", "..");
export const cli = join(root, "dist", "cli.js");
export const samples = join(root, "samples");

export interface Run {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function buildCli(): Promise<void> {
  const { buildIfStale } = (await import(pathToFileURL(join(root, "scripts", "build.mjs")).href)) as { buildIfStale(): Promise<void> };
  await buildIfStale();
}

let caches: string | undefined;

/** The caches of all runs of a test process, so that the user's own stays as it is. */
function cacheHome(): string {
  if (caches === undefined) {
    const made = mkdtempSync(join(tmpdir(), "breakeven-caches-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    caches = made;
  }
  return caches;
}

/** With `closeAfter` the reader goes away after so many bytes of standard output. */
export function runCli(
  args: readonly string[],
  options: {
    readonly program?: string;
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly closeAfter?: number;
    readonly interruptAfter?: number;
  } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [options.program ?? cli, ...args], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env["PATH"], XDG_CACHE_HOME: cacheHome(), ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (options.closeAfter !== undefined && stdout.length >= options.closeAfter) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  if (options.interruptAfter !== undefined) setTimeout(() => child.kill("SIGINT"), options.interruptAfter);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}
