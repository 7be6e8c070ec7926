/**
 * One file of the cache: many entries behind an index, never changed once it has its name. Layout, numbers as 32 bits with the low byte
 * first: magic (8 bytes), count, checksum of the index; for each entry its key (16 bytes), length, checksum; then the entries' bytes.
 */
import { randomBytes } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { type FileHandle, open, rename, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";

export const packSuffix = ".pack";
export const partSuffix = ".part";

export interface PackEntry {
  /** 32 hexadecimal digits. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

interface Place {
  readonly offset: number;
  readonly length: number;
  readonly checksum: number;
}

const magic = Buffer.from("BKFACTS1");
const headLength = magic.length + 8;
const indexLength = 24;

/** An index larger than this is no index of ours. */
const mostEntries = 1_000_000;

/** A pack opened for reading: the index is in memory, entries are read when asked for. */
export class FactsPack {
  private constructor(
    readonly path: string,
    private readonly file: number,
    private readonly places: ReadonlyMap<string, Place>,
  ) {}

  /** Undefined for what is no whole pack, or cannot be read. */
  static open(path: string): FactsPack | undefined {
    let file: number | undefined;
    try {
      file = openSync(path, "r");
      const places = readIndex(file);
      if (places !== undefined) return new FactsPack(path, file, places);
    } catch {
      // Gone, or not readable: as if it had never been.
    }
    if (file !== undefined) closeSync(file);
    return undefined;
  }

  get keys(): Iterable<string> {
    return this.places.keys();
  }

  lengthOf(key: string): number | undefined {
    return this.places.get(key)?.length;
  }

  /** The entry's bytes if they are as they were written. */
  read(key: string): Uint8Array | undefined {
    const place = this.places.get(key);
    if (place === undefined) return undefined;
    try {
      const bytes = readAt(this.file, place.offset, place.length);
      return bytes !== undefined && crc32(bytes) === place.checksum ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  close(): void {
    try {
      closeSync(this.file);
    } catch {
      // Closed already.
    }
  }
}

/** Writes a pack beside and gives it its name when it is whole; its path. Throws when the disk does not take it. */
export async function writePack(
  folder: string,
  entries: readonly Pick<PackEntry, "key">[],
  read: (key: string) => Uint8Array | undefined,
): Promise<string> {
  const name = `${Date.now().toString(36)}-${randomBytes(6).toString("hex")}`;
  const part = join(folder, `${name}${partSuffix}`);
  const handle = await open(part, "wx", 0o600);
  try {
    await writeEntries(handle, entries, read);
    await handle.close();
    const path = join(folder, `${name}${packSuffix}`);
    await rename(part, path);
    return path;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

/** Says that a pack was of use, so that others are given up first. */
export async function touchPack(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

async function writeEntries(
  handle: FileHandle,
  entries: readonly Pick<PackEntry, "key">[],
  read: (key: string) => Uint8Array | undefined,
): Promise<void> {
  const index = Buffer.alloc(entries.length * indexLength);
  let at = headLength + index.length;
  for (const [number, { key }] of entries.entries()) {
    // An entry that has become unreadable stays in the index with a length of zero, which no facts have.
    const bytes = read(key) ?? new Uint8Array();
    const place = number * indexLength;
    index.write(key, place, "hex");
    index.writeUInt32LE(bytes.length, place + 16);
    index.writeUInt32LE(crc32(bytes), place + 20);
    await writeAll(handle, bytes, at);
    at += bytes.length;
  }
  const head = Buffer.alloc(headLength);
  magic.copy(head);
  head.writeUInt32LE(entries.length, magic.length);
  head.writeUInt32LE(crc32(index), magic.length + 4);
  await writeAll(handle, index, headLength);
  await writeAll(handle, head, 0);
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
}

function readIndex(file: number): Map<string, Place> | undefined {
  const head = readAt(file, 0, headLength);
  if (head === undefined || !magic.equals(head.subarray(0, magic.length))) return undefined;
  const count = head.readUInt32LE(magic.length);
  const index = count > mostEntries ? undefined : readAt(file, headLength, count * indexLength);
  if (index === undefined || crc32(index) !== head.readUInt32LE(magic.length + 4)) return undefined;
  const places = new Map<string, Place>();
  let offset = headLength + index.length;
  for (let place = 0; place < index.length; place += indexLength) {
    const length = index.readUInt32LE(place + 16);
    if (length > 0) places.set(index.toString("hex", place, place + 16), { offset, length, checksum: index.readUInt32LE(place + 20) });
    offset += length;
  }
  return places;
}

function readAt(file: number, position: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(file, bytes, done, length - done, position + done);
    if (read === 0) return undefined;
    done += read;
  }
  return bytes;
}
