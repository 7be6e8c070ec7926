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
  let member = createChecksum();
  let trailer: Uint8Array = new Uint8Array(0);
  const gunzipper = new Gunzip((chunk) => {
    unpacked += chunk.length;
    refuseBomb(source, packed, unpacked, limits);
    member.add(chunk);
    if (chunk.length > 0) unpackedChunks.push(chunk);
  });
  gunzipper.onmember = () => {
    member = createChecksum();
  };
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += SLICE) {
      const slice = chunk.subarray(start, start + SLICE);
      packed += slice.length;
      trailer = lastBytes(trailer, slice);
      push(source, gunzipper, slice, false, packed);
      yield* unpackedChunks;
      unpackedChunks = [];
    }
  }
  push(source, gunzipper, new Uint8Array(0), true, packed);
  yield* unpackedChunks;
  // fflate does not look at the checksum, nor does it mind a stream that has no end.
  if (!member.fits(trailer)) throw broken(source, "its checksum does not fit", packed);
}

/** CRC-32 and length of the last member, which its last eight bytes repeat (RFC 1952). */
function createChecksum() {
  let crc = -1;
  let length = 0;
  return {
    add(chunk: Uint8Array): void {
      length += chunk.length;
      for (let index = 0; index < chunk.length; index++) crc = CRC_TABLE[(crc ^ chunk[index]!) & 0xff]! ^ (crc >>> 8);
    },
    fits(trailer: Uint8Array): boolean {
      if (trailer.length < 8) return false;
      const view = new DataView(trailer.buffer, trailer.byteOffset);
      return view.getUint32(0, true) === ~crc >>> 0 && view.getUint32(4, true) === length % 2 ** 32;
    },
  };
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function lastBytes(before: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (chunk.length >= 8) return chunk.slice(-8);
  return Uint8Array.from([...before, ...chunk]).slice(-8);
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
    throw broken(source, error instanceof Error ? error.message : "broken data", packed);
  }
}

function broken(source: string, reason: string, packed: number): ProfileError {
  return new ProfileError(source, `the gzip data is cut short or broken (${reason}); copy or export the profile again`, `byte ${packed}`);
}
