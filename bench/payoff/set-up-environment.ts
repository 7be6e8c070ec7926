/**
 * The benchmark's own Python environment with the pinned packages of `requirements.txt`, kept in the user's cache folder and shared by
 * all checkouts that pin the same. What is compiled stays in `.work` beside this file.
 */
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export interface BenchEnvironment {
  /** The interpreter of the environment. */
  readonly python: string;
  /** `bench/payoff`. */
  readonly folder: string;
  /** Where compiled modules go. */
  readonly work: string;
}

const folder = resolve("bench/payoff");
/** The pinned packages have builds for these; others would compile them from source, or cannot. */
const oldestPython = 11;
const newestPython = 14;

/** Everything in place, or a sentence that says what is missing; then nothing was begun. */
export function setUpEnvironment(): BenchEnvironment | string {
  const missing = missingTools();
  if (missing !== undefined) return missing;
  const python = findPython() as FoundPython;
  const requirements = join(folder, "requirements.txt");
  const key = createHash("sha256").update(`${python.version} ${python.path}`).update(readFileSync(requirements)).digest("hex").slice(0, 16);
  const cache = join(cacheFolder(), "breakeven", "payoff");
  const home = join(cache, key);
  if (!existsSync(home)) {
    const problem = createVenv(python.path, requirements, cache, home);
    if (problem !== undefined) return problem;
  }
  return { python: interpreterOf(home), folder, work: join(folder, ".work") };
}

/** What this machine lacks, in a sentence; undefined where the benchmark can run. */
export function missingTools(): string | undefined {
  const python = findPython();
  if (python === undefined) return `The payoff benchmark needs CPython 3.${oldestPython} to 3.${newestPython} as python3 on the path.`;
  if (!answers("cargo", ["--version"])) return "The payoff benchmark needs cargo, the Rust toolchain (rustup.rs), on the path.";
  if (process.platform !== "win32" && !answers("cc", ["--version"]))
    return "The payoff benchmark needs a C compiler as cc on the path, for mypyc and Cython.";
  return undefined;
}

interface FoundPython {
  readonly path: string;
  readonly version: string;
}

function findPython(): FoundPython | undefined {
  const question =
    "import sys, platform; print(platform.python_implementation(), sys.version_info[0], sys.version_info[1], sys.executable)";
  for (const name of ["python3", "python"]) {
    const run = spawnSync(name, ["-c", question], { encoding: "utf8" });
    const found = /^CPython 3 (\d+) (.+)$/.exec(run.stdout?.trim() ?? "");
    const minor = Number(found?.[1]);
    if (found !== null && minor >= oldestPython && minor <= newestPython) return { path: found[2] as string, version: `3.${minor}` };
  }
  return undefined;
}

function answers(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function cacheFolder(): string {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "win32") return process.env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  return process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}

/** Made under another name and moved when whole, so that a run that was stopped or failed leaves nothing that looks finished. */
function createVenv(python: string, requirements: string, cache: string, home: string): string | undefined {
  console.error("setting up the benchmark's Python environment, once ...");
  const part = join(cache, `part-${randomBytes(4).toString("hex")}`);
  mkdirSync(cache, { recursive: true });
  const problem =
    run(python, ["-m", "venv", part], "python -m venv failed") ??
    run(
      interpreterOf(part),
      ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "-r", requirements],
      "the pinned packages do not install",
    );
  if (problem === undefined && !existsSync(home)) renameSync(part, home);
  rmSync(part, { recursive: true, force: true });
  return problem;
}

function interpreterOf(home: string): string {
  return process.platform === "win32" ? join(home, "Scripts", "python.exe") : join(home, "bin", "python");
}

function run(command: string, args: readonly string[], failure: string): string | undefined {
  const done = spawnSync(command, args, { encoding: "utf8" });
  return done.status === 0 ? undefined : `The payoff benchmark cannot run: ${failure}:\n${done.stderr}`;
}
