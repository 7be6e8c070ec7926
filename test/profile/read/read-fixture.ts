/** Fixtures of test/fixtures/profiles, read as the product reads files, and the shares of functions that they tell. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type RawProfile, type ReadProfileOptions, readProfile } from "../../../src/profile";

const folder = join(__dirname, "../../fixtures/profiles");

export const programs = ["orbits", "sales-report", "raytrace", "hexiom", "richards"];

export function fixturesOf(program: string): string[] {
  return readdirSync(join(folder, program)).sort();
}

export function fixtureBytes(program: string, name: string): Uint8Array {
  return readFileSync(join(folder, program, name));
}

/** The bytes that the tool wrote; larger fixtures are kept gzipped. */
export function unpackedFixture(program: string, name: string): Uint8Array {
  const bytes = fixtureBytes(program, name);
  return name.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}

export function readFixture(program: string, name: string): Promise<RawProfile> {
  return readBytes(fixtureBytes(program, name), name);
}

/** Text or bytes, in chunks of `chunkSize`. */
export function readBytes(
  content: string | Uint8Array,
  source = "profile",
  options?: ReadProfileOptions,
  chunkSize = 65_536,
): Promise<RawProfile> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return readProfile(source, inChunks(bytes, chunkSize), options);
}

export async function* inChunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** Whole weight of each kind. */
export function kindsOf(profile: RawProfile): { python: number; native: number; waiting: number } {
  const sums = { python: 0, native: 0, waiting: 0 };
  for (const { self } of profile.nodes) for (const kind of ["python", "native", "waiting"] as const) sums[kind] += self[kind];
  return sums;
}

/**
 * Shares of the program's own functions, by bare name and file, native code and library code credited to the one that called it, waiting
 * and module code (imports, which take as long as the disk does) left out. They sum to 1.
 */
export function ownShares(profile: RawProfile): Map<string, number> {
  return measureOwn(profile).shares;
}

/** `ownShares`, and how many of the samples they rest on. */
export function measureOwn(profile: RawProfile): { shares: Map<string, number>; samples: number } {
  const isOwn = (node: number): boolean => {
    const { file, isNative } = profile.frames[profile.nodes[node]!.frame]!;
    return !isNative && OWN_FILES.test(file);
  };
  const shares = new Map<string, number>();
  let whole = 0;
  profile.nodes.forEach(({ self }, node) => {
    const time = self.python + self.native;
    let owner = node;
    while (owner >= 0 && !isOwn(owner)) owner = profile.nodes[owner]!.parent;
    if (owner < 0) return;
    const { name, file } = profile.frames[profile.nodes[owner]!.frame]!;
    if (name === "<module>") return;
    const key = `${name.split(".").at(-1)} ${file.split("/").at(-1)}`;
    shares.set(key, (shares.get(key) ?? 0) + time);
    whole += time;
  });
  const { python, native, waiting } = kindsOf(profile);
  const samples = ((profile.sampleCount ?? 0) * whole) / (python + native + waiting);
  return { shares: new Map([...shares].map(([key, time]) => [key, time / whole])), samples };
}

/** Python 3.15's sampler writes some paths without their folders. */
const OWN_FILES =
  /(?:^|\/)(?:orbits\/\w+|sales_report\/\w+|bm_\w+\/run_benchmark)\.py$|^(?:forces|energy|simulate|cluster|run_benchmark|clean|load|pricing|summary)\.py$/;
