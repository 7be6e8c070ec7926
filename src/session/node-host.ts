/** The Host port over Node's file system: the only file access below the shells. */
import { constants, type Dirent, type Stats } from "node:fs";
import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Host, type HostEntry, HostFileError, noSuchFile } from "./contract";
import { openAnswerStore } from "./node-answer-store";
import { openFactsStore } from "./node-facts-store";
import { startNodeWorkers } from "./node-workers";
import { createTimeLimit, type TimeLimit } from "./time-limit";

const chunkSize = 256 * 1024;

export { clearFactsStores } from "./node-facts-store";

/** A file system that has not answered for so many milliseconds is taken for dead: a network folder out of reach. */
const longestWait = 15_000;

/** More threads than this only wait for the one that joins their work. */
const mostWorkers = 4;

/** `assetFolder` holds the WASM files and `knowledge.json` of the build. */
export function createNodeHost(assetFolder: string): Host {
  const { within } = createTimeLimit(longestWait, () => performance.now());
  return {
    readFile: (path) => attempt(path, () => within(() => readRegularFile(path))),
    readChunks: (path) => readInChunks(path, within),
    readDirectory: (path) => attempt(path, () => within(() => entriesOf(path))),
    async stat(path, isSizeEnough) {
      try {
        const found = await within(() => stat(path));
        return {
          kind: kindOf(found),
          size: found.size,
          modified: found.mtimeMs,
          realPath: isSizeEnough ? path : slashed(await within(() => realpath(path))),
        };
      } catch {
        return undefined;
      }
    },
    readAsset: (name) => attempt(name, () => readFile(join(assetFolder, name))),
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    openFactsStore,
    openAnswerStore,
    startWorkers(wanted, assets) {
      const count = wanted ?? Math.min(mostWorkers, availableParallelism());
      return count < 2 ? undefined : startNodeWorkers(assetFolder, count, assets);
    },
  };
}

/** An absolute path of this system as the Host port spells it. */
export function slashed(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/** Opens without blocking and reads only what is a file then: a pipe that took its place would never end. */
async function readRegularFile(path: string): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) throw new Error("not a regular file");
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function* readInChunks(path: string, within: TimeLimit["within"]): AsyncIterable<Uint8Array> {
  const handle = await attempt(path, () => within(() => open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))));
  try {
    await attempt(path, async () => {
      if (!(await handle.stat()).isFile()) throw new Error("not a regular file");
    });
    for (;;) {
      const chunk = new Uint8Array(chunkSize);
      const { bytesRead } = await attempt(path, () => within(() => handle.read(chunk, 0, chunkSize, null)));
      if (bytesRead === 0) return;
      yield chunk.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

async function entriesOf(folder: string): Promise<HostEntry[]> {
  return Promise.all((await readdir(folder, { withFileTypes: true })).map((it) => entryOf(folder, it)));
}

async function entryOf(folder: string, entry: Dirent): Promise<HostEntry> {
  const isLink = entry.isSymbolicLink();
  const target = isLink ? await stat(join(folder, entry.name)).catch(() => undefined) : entry;
  return { name: entry.name, kind: target === undefined ? "other" : kindOf(target), isLink };
}

function kindOf(entry: Dirent | Stats): HostEntry["kind"] {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "directory" : "other";
}

async function attempt<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new HostFileError(path, reasonOf(error));
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: noSuchFile,
  EACCES: "permission denied",
  EPERM: "permission denied",
  ELOOP: "links in a circle",
  EISDIR: "it is a folder",
  ENOTDIR: "it is not a folder",
  EMFILE: "too many open files",
  EIO: "the disk or network reported an error",
  ENAMETOOLONG: "the name is too long",
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && reasons[code]) ?? message;
}
