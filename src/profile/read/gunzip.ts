/** Unpacks gzip as a stream, and stops at bombs: a few kilobytes that unpack to gigabytes of the same byte. */
import { Gunzip } from "fflate";
import { ProfileError } from "../contract";
import type { ProfileLimits } from "./profile-input";

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Throws ProfileError for broken data, a file cut short and one that unpacks to more than the limits allow. */
export async function* gunzip(source: string, chunks: AsyncIterable<Uint8Array>, limits: ProfileLimits): AsyncIterable<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  let unpackedChunks: Uint8Array[] = [];
  const gunzipper = new Gunzip((chunk) => {
    unpacked += chunk.length;
    refuseBomb(source, packed, unpacked, limits);
    if (chunk.length > 0) unpackedChunks.push(chunk);
  });
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += SLICE) {
      const slice = chunk.subarray(start, start + SLICE);
      packed += slice.length;
      push(source, gunzipper, slice, false, packed);
      yield* unpackedChunks;
      unpackedChunks = [];
    }
  }
  push(source, gunzipper, new Uint8Array(0), true, packed);
  yield* unpackedChunks;
}

/** Small bites, so that the limits are asked before much has been unpacked: deflate packs at most about 1000 to 1. */
const SLICE = 16 * 1024;
/** Below this a high ratio is harmless. */
const RATIO_FROM = 64 * 1024 * 1024;

function refuseBomb(source: string, packed: number, unpacked: number, limits: ProfileLimits): void {
  const isBomb = unpacked > RATIO_FROM && unpacked > packed * limits.maxUnpackRatio;
  if (!isBomb && unpacked <= limits.maxUnpackedBytes) return;
  throw new ProfileError(
    source,
    `unpacks to more than ${Math.floor(unpacked / 1048576)} MiB, which no profile of this size does; unpack it yourself if you trust it`,
    `gzip, byte ${packed}`,
  );
}

function push(source: string, gunzipper: Gunzip, bytes: Uint8Array, isLast: boolean, packed: number): void {
  try {
    gunzipper.push(bytes, isLast);
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    const reason = error instanceof Error ? error.message : "broken data";
    throw new ProfileError(source, `the gzip data is cut short or broken (${reason}); copy or export the profile again`, `byte ${packed}`);
  }
}
