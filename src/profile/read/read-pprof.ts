/**
 * pprof (https://github.com/google/pprof/blob/main/proto/profile.proto), what Pyroscope, Parca, Datadog and most continuous profilers
 * export. Of its sample types the processor's time is taken, else wall time, else counts. A location may stand for several inlined calls.
 */
import { Profile } from "pprof-format";
import { ProfileError, type ProfileFrame, type RawProfile } from "../contract";
import { type CallTree, createCallTree } from "./call-tree";
import { checkWeight } from "./json-shape";
import { isNativeFile } from "./parse-stack-frame";
import { type ProfileInput, readWhole } from "./profile-input";

export async function readPprof(input: ProfileInput): Promise<RawProfile> {
  const profile = decode(input.source, await readWhole(input, "a pprof file"));
  const chosen = chooseType(input.source, profile);
  const tree = createCallTree(input.limits);
  const locations = readLocations(input.source, profile, tree);
  const stack: number[] = [];
  profile.sample.forEach((sample, number) => {
    const place = `sample ${number + 1}`;
    let depth = 0;
    for (const id of sample.locationId.toReversed()) {
      const frames = locations.get(Number(id));
      if (frames === undefined)
        throw new ProfileError(input.source, `refers to location ${id}, which is not there; the profile is broken`, place);
      for (const frame of frames) stack[depth++] = frame;
    }
    const weight = checkWeight(input.source, Number(sample.value[chosen.index] ?? 0), place) * chosen.scale;
    tree.addStack(stack, depth, "running", weight, trackOf(tree, profile, sample));
  });
  if (tree.weight === 0) throw new ProfileError(input.source, "holds no sample; record the profile again, for longer");
  return {
    format: "pprof",
    tool: "pprof",
    source: input.source,
    unit: chosen.unit,
    clock: chosen.clock,
    isDeterministic: false,
    sampleCount: countSamples(profile, chosen),
    ...tree.finish(),
  };
}

/** The decoder is lenient: what is cut short or no protobuf at all shows in tables that do not fit, or in its own errors. */
function decode(source: string, bytes: Uint8Array): Profile {
  try {
    refuseCut(source, bytes);
    return Profile.decode(bytes);
  } catch (error) {
    if (error instanceof ProfileError) throw error;
    throw new ProfileError(source, "the protobuf data is broken; export the profile again");
  }
}

/** Walks the outermost fields alone, which must end where the file ends. */
function refuseCut(source: string, bytes: Uint8Array): void {
  let offset = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[offset++];
      if (byte === undefined || scale > 2 ** 70) throw cutShort(source, bytes);
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  while (offset < bytes.length) {
    const key = varint();
    const wire = key % 8;
    if (wire === 0) varint();
    else if (wire === 1) offset += 8;
    else if (wire === 2) {
      const length = varint();
      offset += length;
    } else if (wire === 5) offset += 4;
    else throw new ProfileError(source, "the protobuf data is broken; export the profile again", `byte ${offset}`);
    if (offset > bytes.length) throw cutShort(source, bytes);
  }
}

function cutShort(source: string, bytes: Uint8Array): ProfileError {
  return new ProfileError(source, "the file ends too early; it was cut short, export or copy it again", `byte ${bytes.length}`);
}

interface ChosenType {
  readonly index: number;
  readonly unit: RawProfile["unit"];
  readonly scale: number;
  readonly clock: RawProfile["clock"];
}

function chooseType(source: string, profile: Profile): ChosenType {
  const types = profile.sampleType.map(({ type, unit }) => ({ type: textAt(profile, type), unit: textAt(profile, unit) }));
  if (types.length === 0) throw new ProfileError(source, "names no sample type; this is no pprof profile, or a broken one");
  const rank = ({ type, unit }: { type: string; unit: string }): number => {
    if (!(unit in SECONDS)) return type === "samples" || unit === "count" ? 1 : 0;
    return /cpu/.test(type) ? 4 : /wall/.test(type) ? 3 : 2;
  };
  const best = types.reduce((index, type, other) => (rank(type) > rank(types[index]!) ? other : index), 0);
  const { type, unit } = types[best]!;
  if (rank(types[best]!) === 0 && unit === "bytes")
    throw new ProfileError(source, `measures memory (${type}), which says nothing about time`);
  const clock = /cpu/.test(type) ? "cpu" : /wall/.test(type) ? "wall" : "unknown";
  return Object.hasOwn(SECONDS, unit)
    ? { index: best, unit: "seconds", scale: SECONDS[unit]!, clock }
    : { index: best, unit: "samples", scale: 1, clock };
}

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, milliseconds: 1e-3, microseconds: 1e-6, nanoseconds: 1e-9 };

function countSamples(profile: Profile, chosen: ChosenType): number {
  const counts = profile.sampleType.findIndex(({ type }) => textAt(profile, type) === "samples");
  if (counts >= 0) return profile.sample.reduce((sum, sample) => sum + Number(sample.value[counts] ?? 0), 0);
  const period = Number(profile.period) * chosen.scale;
  const whole = profile.sample.reduce((sum, sample) => sum + Number(sample.value[chosen.index] ?? 0) * chosen.scale, 0);
  return period > 0 ? Math.round(whole / period) : profile.sample.length;
}

function textAt(profile: Profile, index: number | bigint): string {
  return profile.stringTable.strings[Number(index)] ?? "";
}

/** Frames of each location, outermost first: a location lists the innermost of inlined calls first. */
function readLocations(source: string, profile: Profile, tree: CallTree): Map<number, number[]> {
  const functions = new Map(profile.function.map((each) => [Number(each.id), each]));
  const mappings = new Map(profile.mapping.map((each) => [Number(each.id), textAt(profile, each.filename)]));
  const locations = new Map<number, number[]>();
  for (const location of profile.location) {
    const frames = location.line.toReversed().map((line) => {
      const called = functions.get(Number(line.functionId));
      if (called === undefined)
        throw new ProfileError(source, `location ${location.id} refers to function ${line.functionId}, which is not there`);
      return tree.frame(
        toFrame(textAt(profile, called.name), textAt(profile, called.filename), Number(line.line), Number(called.startLine)),
      );
    });
    const mapping = mappings.get(Number(location.mappingId)) ?? "";
    if (frames.length === 0) frames.push(tree.frame({ file: mapping, name: `0x${location.address.toString(16)}`, isNative: true }));
    locations.set(Number(location.id), frames);
  }
  return locations;
}

function toFrame(name: string, file: string, line: number, firstLine: number): ProfileFrame {
  const isNative = isNativeFile(file) || (file === "" && line <= 0 && !name.startsWith("<module>"));
  const isLine = (value: number): boolean => value > 0 && value < 1e8;
  return { file, name, ...(isLine(line) && { line }), ...(isLine(firstLine) && { firstLine }), ...(isNative && { isNative }) };
}

const TRACK_LABELS = new Set(["thread name", "thread_name", "thread id", "thread_id", "thread native id", "pid", "process_id"]);

function trackOf(tree: CallTree, profile: Profile, sample: Profile["sample"][number]): number {
  const parts: string[] = [];
  for (const label of sample.label) {
    const key = textAt(profile, label.key);
    if (TRACK_LABELS.has(key)) parts.push(`${key.replaceAll("_", " ")} ${textAt(profile, label.str) || label.num}`);
  }
  return parts.length > 0 ? tree.track(parts.join(", ")) : -1;
}
