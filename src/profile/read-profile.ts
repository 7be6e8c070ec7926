/** One profile from its bytes. */
import { type CancellationToken, neverCancelled } from "../base";
import { ProfileError, type RawProfile } from "./contract";
import { gunzip, isGzip } from "./read/gunzip";
import { readJson } from "./read/json-shape";
import { defaultLimits, type ProfileInput, type ProfileLimits, peekHead } from "./read/profile-input";
import { readAustin } from "./read/read-austin";
import { readCollapsed } from "./read/read-collapsed";
import { isGecko, readGecko } from "./read/read-gecko";
import { readLineStats, readLineTable } from "./read/read-line-profiler";
import { readMojo } from "./read/read-mojo";
import { readPerfScript } from "./read/read-perf-script";
import { readPprof } from "./read/read-pprof";
import { readPstats } from "./read/read-pstats";
import { isPyinstrument, readPyinstrument } from "./read/read-pyinstrument";
import { isScalene, readScalene } from "./read/read-scalene";
import { isSpeedscope, readSpeedscope } from "./read/read-speedscope";
import { readTachyonJsonl } from "./read/read-tachyon-jsonl";
import { readTachyonPage } from "./read/read-tachyon-page";
import { type ContentKind, recogniseFormat } from "./recognise-format";

export interface ReadProfileOptions {
  /** Overrides single limits. */
  readonly limits?: Partial<ProfileLimits>;
  readonly token?: CancellationToken;
}

/**
 * Reads a profile of any known format, told by its content, gzipped or not, in one pass over `chunks`. Line formats take constant memory;
 * the others are held whole up to `maxDocumentBytes`. `source` names the file in messages.
 * Throws ProfileError (file, place, reason, remedy) for everything that is no usable profile, CancelledError when `token` says so, and
 * what `chunks` throws.
 */
export async function readProfile(
  source: string,
  chunks: AsyncIterable<Uint8Array>,
  options: ReadProfileOptions = {},
): Promise<RawProfile> {
  const limits = { ...defaultLimits, ...options.limits };
  let peeked = await peekHead(chunks);
  if (isGzip(peeked.head)) peeked = await peekHead(gunzip(source, peeked.chunks, limits));
  const recognised = recogniseFormat(peeked.head);
  if ("unreadable" in recognised) throw new ProfileError(source, recognised.unreadable);
  const input: ProfileInput = { source, ...peeked, limits, token: options.token ?? neverCancelled };
  const profile = await readers[recognised.kind](input);
  if (!profile.nodes.some((node) => node.self.python + node.self.native + node.self.waiting > 0)) {
    throw new ProfileError(source, "holds no time at all; record the profile again, for longer");
  }
  return profile;
}

const readers: Readonly<Record<ContentKind, (input: ProfileInput) => Promise<RawProfile>>> = {
  pstats: readPstats,
  collapsed: readCollapsed,
  austin: readAustin,
  "austin-mojo": readMojo,
  "line-stats": readLineStats,
  "line-table": readLineTable,
  "perf-script": readPerfScript,
  pprof: readPprof,
  "tachyon-jsonl": readTachyonJsonl,
  "tachyon-page": readTachyonPage,
  json: readJsonProfile,
};

async function readJsonProfile(input: ProfileInput): Promise<RawProfile> {
  const document = await readJson(input);
  if (isSpeedscope(document)) return readSpeedscope(input, document);
  if (isPyinstrument(document)) return readPyinstrument(input, document);
  if (isScalene(document)) return readScalene(input, document);
  if (isGecko(document)) return readGecko(input, document);
  if (document.has("traceEvents") || Array.isArray(document.value)) {
    throw new ProfileError(input.source, "this is a Chrome trace; record with `py-spy record -f speedscope`, or export collapsed stacks");
  }
  throw new ProfileError(input.source, "this is JSON, but of none of speedscope, pyinstrument, Scalene and the Firefox Profiler");
}
