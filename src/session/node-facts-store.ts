/**
 * Facts of files on disk, by content. A folder of packs for each assessed root: one pack is added by each run that found something new, and
 * when there are many they become one. Packs are only ever added whole or removed, so runs side by side, a kill at any moment, a full disk or
 * a damaged file cost time and never a result.
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, rm, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { FactsPack, packSuffix, partSuffix, touchPack, writePack } from "./facts-pack";
import type { FactsStore } from "./facts-store";

export interface StoreLimits {
  /** All packs of all projects together, in bytes; the longest unused are given up first. */
  readonly mostBytes: number;
  /** More packs than this for one root become one. */
  readonly mostPacks: number;
  /** What waits to be written is written when it has grown to so many bytes, even before its run ends. */
  readonly mostPending: number;
  /** Less than this is not worth a pack before the last save. */
  readonly leastPack: number;
}

const usual: StoreLimits = { mostBytes: 1_000_000_000, mostPacks: 6, mostPending: 32_000_000, leastPack: 200_000 };
/** Last assessments (node-answer-store.ts) lie beside the packs and go with them. */
export const answerSuffix = ".answer";
/** A part of a pack that nobody has finished in a day was left by a run that was ended. */
const staleAfter = 24 * 60 * 60 * 1000;

/** `version` names everything that the facts of a text depend on beside the text. */
export async function openFactsStore(folder: string, root: string, version: string, limits = usual): Promise<FactsStore> {
  const own = projectFolder(folder, root, version);
  const packs: FactsPack[] = [];
  for (const name of await namesIn(own)) {
    const path = join(own, name);
    if (!name.endsWith(packSuffix)) continue;
    const pack = FactsPack.open(path);
    if (pack === undefined) await rm(path, { force: true }).catch(() => undefined);
    else packs.push(pack);
  }
  return new NodeFactsStore(folder, own, limits, packs);
}

/** Where all that is kept of one root lies. */
export function projectFolder(folder: string, root: string, version: string): string {
  return join(folder, `facts-${digest(version).slice(0, 12)}`, digest(root).slice(0, 24));
}

/** Removes the caches of all projects and versions in `folder`, and nothing else; the bytes that were freed. */
export async function clearFactsStores(folder: string): Promise<number> {
  let freed = 0;
  for (const { path, size } of await listPacks(folder)) {
    await rm(path, { force: true });
    freed += size;
  }
  for (const version of (await namesIn(folder)).filter(isVersionFolder)) {
    // Only what is empty by now: anything else is not ours.
    for (const root of await namesIn(join(folder, version))) await removeEmpty(join(folder, version, root));
    await removeEmpty(join(folder, version));
  }
  return freed;
}

class NodeFactsStore implements FactsStore {
  private readonly pending = new Map<string, Uint8Array>();
  private pendingBytes = 0;
  /** Keys asked for or added since the store was opened: what a merged pack keeps. */
  private readonly used = new Set<string>();
  private readonly places = new Map<string, FactsPack>();
  /** After a failure nothing more is written: the disk is full or closed to us. */
  private isWritable = true;

  constructor(
    private readonly folder: string,
    private readonly own: string,
    private readonly limits: StoreLimits,
    private packs: FactsPack[],
  ) {
    this.index();
  }

  keyOf(content: Uint8Array): string {
    return createHash("sha256").update(content).digest("hex").slice(0, 32);
  }

  get(key: string): Uint8Array | undefined {
    const bytes = this.pending.get(key) ?? this.places.get(key)?.read(key);
    if (bytes !== undefined) this.used.add(key);
    return bytes;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    if (!this.isWritable) return;
    this.used.add(key);
    this.pending.set(key, bytes);
    this.pendingBytes += bytes.length;
    if (this.pendingBytes > this.limits.mostPending) await this.write();
  }

  async save(isLast: boolean): Promise<void> {
    if (this.pending.size === 0 || (!isLast && this.pendingBytes < this.limits.leastPack)) return;
    await this.write();
    if (this.packs.length > this.limits.mostPacks) await this.merge();
    await evict(this.folder, this.limits.mostBytes, new Set(this.packs.map(({ path }) => path)));
  }

  async close(): Promise<void> {
    await Promise.all(this.packs.map(({ path }) => touchPack(path)));
    for (const pack of this.packs) pack.close();
    this.packs = [];
    this.places.clear();
    this.pending.clear();
  }

  private async write(): Promise<void> {
    const entries = [...this.pending.keys()].map((key) => ({ key }));
    try {
      await mkdir(this.own, { recursive: true, mode: 0o700 });
      const path = await writePack(this.own, entries, (key) => this.pending.get(key));
      const pack = FactsPack.open(path);
      if (pack !== undefined) this.packs.push(pack);
    } catch {
      this.isWritable = false;
    }
    this.pending.clear();
    this.pendingBytes = 0;
    this.index();
  }

  /** One pack of what was used, in place of all. */
  private async merge(): Promise<void> {
    const before = this.packs;
    const entries = [...this.used].filter((key) => this.places.has(key)).map((key) => ({ key }));
    try {
      const path = await writePack(this.own, entries, (key) => this.places.get(key)?.read(key));
      const pack = FactsPack.open(path);
      if (pack === undefined) return;
      this.packs = [pack];
    } catch {
      this.isWritable = false;
      return;
    }
    this.index();
    for (const pack of before) {
      pack.close();
      await rm(pack.path, { force: true }).catch(() => undefined);
    }
  }

  private index(): void {
    this.places.clear();
    for (const pack of this.packs) for (const key of pack.keys) this.places.set(key, pack);
  }
}

interface PackFile {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

async function evict(folder: string, mostBytes: number, inUse: ReadonlySet<string>): Promise<void> {
  const files = (await listPacks(folder)).sort((a, b) => a.modified - b.modified);
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size, modified } of files) {
    const isLeftOver = path.endsWith(partSuffix) && modified < Date.now() - staleAfter;
    if (!isLeftOver && (total <= mostBytes || inUse.has(path) || path.endsWith(partSuffix))) continue;
    await rm(path, { force: true }).catch(() => undefined);
    total -= size;
  }
}

async function listPacks(folder: string): Promise<PackFile[]> {
  const found: PackFile[] = [];
  for (const version of (await namesIn(folder)).filter(isVersionFolder)) {
    for (const root of await namesIn(join(folder, version))) {
      for (const name of await namesIn(join(folder, version, root))) {
        if (![packSuffix, partSuffix, answerSuffix].some((suffix) => name.endsWith(suffix))) continue;
        const path = join(folder, version, root, name);
        const info = await stat(path).catch(() => undefined);
        if (info?.isFile()) found.push({ path, size: info.size, modified: info.mtimeMs });
      }
    }
  }
  return found;
}

function isVersionFolder(name: string): boolean {
  return /^facts-[0-9a-f]{12}$/.test(name);
}

/** Leaves what is no folder, or holds anything. */
async function removeEmpty(folder: string): Promise<void> {
  await rmdir(folder).catch(() => undefined);
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).then(
    (names) => names.sort(),
    () => [],
  );
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
