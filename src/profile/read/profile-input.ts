/** What every reader is given, and the two ways to take it: whole (within a limit) or line by line in `read-lines.ts`. */
import { type CancellationToken, throwIfCancelled } from "../../base";
import { ProfileError } from "../contract";

/** Limits that keep a hostile or huge file from taking the memory; `defaultLimits` fits an editor's process. */
export interface ProfileLimits {
  /** Bytes of a format that must be held whole (JSON, pstats, pprof, pickle). */
  readonly maxDocumentBytes: number;
  /** Bytes that a compressed file may unpack to. */
  readonly maxUnpackedBytes: number;
  /** How many times larger than its packed form a file may get, once it is past 64 MiB. */
  readonly maxUnpackRatio: number;
  /** Nodes of the call tree; past it the rarest stacks lose their callers. */
  readonly maxNodes: number;
  /** Distinct frames; past it further ones are one frame, `(other frames)`. */
  readonly maxFrames: number;
}

export const defaultLimits: ProfileLimits = Object.freeze({
  maxDocumentBytes: 256 * 1024 * 1024,
  maxUnpackedBytes: 8 * 1024 * 1024 * 1024,
  maxUnpackRatio: 500,
  maxNodes: 500_000,
  maxFrames: 200_000,
});

export interface ProfileInput {
  /** File name, for messages. */
  readonly source: string;
  /** First bytes, unpacked, 64 KiB or the whole file. */
  readonly head: Uint8Array;
  /** All bytes from the beginning, unpacked; can be read once. */
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly limits: ProfileLimits;
  readonly token: CancellationToken;
}

const HEAD_BYTES = 64 * 1024;

/** Looks at the first bytes without taking them from the stream. */
export async function peekHead(
  chunks: AsyncIterable<Uint8Array>,
  wanted = HEAD_BYTES,
): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < wanted) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  return { head: concatBytes(first).subarray(0, wanted), chunks: resume(first, iterator) };
}

async function* resume(first: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The whole file. Throws ProfileError past `maxDocumentBytes`. */
export async function readWhole(input: ProfileInput, what: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input.chunks) {
    throwIfCancelled(input.token);
    length += chunk.length;
    if (length > input.limits.maxDocumentBytes) throw new ProfileError(input.source, tooLarge(what, input.limits.maxDocumentBytes));
    parts.push(chunk);
  }
  return concatBytes(parts);
}

function tooLarge(what: string, limit: number): string {
  const size = limit >= 1048576 ? `${Math.floor(limit / 1048576)} MiB` : `${limit} bytes`;
  return `${what} is held in memory as a whole, and this one has more than ${size}; record for a shorter time, or as collapsed stacks, which are read as a stream`;
}

function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Label for TextDecoder: what the byte order mark says, else UTF-8. PowerShell's `>` writes UTF-16. */
export function textEncoding(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "utf-8";
}
