/** One profile from its bytes. */
import { type CancellationToken, neverCancelled } from "../base";
import { ProfileError, type RawProfile } from "./contract";
import { gunzip, isGzip } from "./read/gunzip";
import { readJson } from "./read/json-shape";
import { defaultLimits, type ProfileInput, type ProfileLimits, peekHead } from "./read/profile-input";
import { readCollapsed } from "./read/read-collapsed";
import { readPstats } from "./read/read-pstats";
import { isSpeedscope, readSpeedscope } from "./read/read-speedscope";
import { recogniseFormat } from "./recognise-format";

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

const readers: Readonly<Record<"pstats" | "json" | "collapsed", (input: ProfileInput) => Promise<RawProfile>>> = {
  pstats: readPstats,
  collapsed: readCollapsed,
  json: readJsonProfile,
};

async function readJsonProfile(input: ProfileInput): Promise<RawProfile> {
  const document = await readJson(input);
  if (isSpeedscope(document)) return readSpeedscope(input, document);
  throw new ProfileError(input.source, "this is JSON, but of no profiler that is known here");
}
