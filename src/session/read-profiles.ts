/** Reads the profiles that a request names. */
import { type CancellationToken, throwIfCancelled } from "../base";
import { ProfileError, readProfile, type WeightedProfile } from "../profile";
import type { Host, ProfileRequest } from "./contract";

/** Throws ProfileError or HostFileError for the first one that cannot be used, CancelledError. */
export async function readProfiles(host: Host, requests: readonly ProfileRequest[], token: CancellationToken): Promise<WeightedProfile[]> {
  const profiles: WeightedProfile[] = [];
  for (const { path, weight = 1 } of requests) {
    throwIfCancelled(token);
    if (!(weight > 0 && Number.isFinite(weight))) throw new ProfileError(path, `its weight must be a number above 0, not ${weight}`);
    const profile = await readProfile(path, chunksOf(host, path), { token });
    if (profile.unit === "bytes") throw new ProfileError(path, "it counts memory, not time; record a CPU profile instead");
    profiles.push({ profile, weight });
  }
  return profiles;
}

/** As a stream where the host has one, so that the size of a file does not matter. */
async function* chunksOf(host: Host, path: string): AsyncIterable<Uint8Array> {
  if (host.readChunks !== undefined) yield* host.readChunks(path);
  else yield await host.readFile(path);
}
