/** Where what runs found out is kept for the next ones, and how many threads read files: the same options for every command that assesses. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { SessionOptions } from "../session";

export interface CacheFlags {
  /** False for `--no-cache`. */
  readonly cache?: boolean;
  readonly cacheDir?: string;
  readonly workers?: number;
}

export function withCacheOptions(command: Command): Command {
  return command
    .option("--no-cache", "neither use nor keep what earlier runs found out about files")
    .option("--cache-dir <folder>", "where to keep it (default: the user's cache folder)")
    .option("--workers <count>", "threads that read files; 1 for none beside the main one (default: by cores and files)", workerCount);
}

export function sessionOptionsOf({ cache, cacheDir, workers }: CacheFlags): SessionOptions {
  return { cacheFolder: cache === false ? undefined : cacheFolder(cacheDir), workers };
}

/** What was asked for, else the folder that the system has for caches. */
export function cacheFolder(
  asked: string | undefined,
  { platform, env, home }: { platform: string; env: NodeJS.ProcessEnv; home: string } = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
  },
): string {
  if (asked !== undefined) return resolve(asked);
  if (platform === "win32") return join(env["LOCALAPPDATA"] || join(home, "AppData", "Local"), "breakeven", "Cache");
  if (platform === "darwin") return join(home, "Library", "Caches", "breakeven");
  const named = env["XDG_CACHE_HOME"];
  // The specification has relative paths ignored.
  return join(named?.startsWith("/") ? named : join(home, ".cache"), "breakeven");
}

function workerCount(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 64) throw new InvalidArgumentError("It must be a whole number from 1 to 64.");
  return value;
}
