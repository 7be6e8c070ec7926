/** speedscope's JSON (https://www.speedscope.app/file-format-schema.json), as py-spy, pyinstrument and others write it. */
import { ProfileError, type RawProfile } from "../contract";
import { type CallTree, createCallTree } from "./call-tree";
import { checkIndex, checkWeight, type JsonPlace } from "./json-shape";
import { isNativeFile } from "./parse-stack-frame";
import type { ProfileInput } from "./profile-input";

export function isSpeedscope(document: JsonPlace): boolean {
  return document.has("shared") && document.has("profiles");
}

export function readSpeedscope(input: ProfileInput, document: JsonPlace): RawProfile {
  const tree = createCallTree(input.limits);
  const frames = readFrames(tree, document);
  const profiles = document.at("profiles").items();
  const units = profiles.map((profile) => scaleOf(profile.at("unit").textOr("none")));
  const unit = units[0]?.unit ?? "samples";
  let samples = 0;
  profiles.forEach((profile, index) => {
    if (units[index]!.unit !== unit) return;
    const track = tree.track(profile.at("name").textOr(`profile ${index + 1}`));
    const add = { tree, frames, scale: units[index]!.scale, track };
    samples += profile.at("type").text() === "evented" ? addEvents(profile, add) : addSamples(profile, add);
  });
  const built = tree.finish();
  if (built.nodes.length === 0) throw new ProfileError(input.source, "holds no sample; record the profile again, for longer");
  const isMixed = units.some((other) => other.unit !== unit);
  return {
    format: "speedscope",
    tool: document.at("exporter").textOr("speedscope").replace("@", " "),
    source: input.source,
    unit,
    clock: "unknown",
    isDeterministic: false,
    ...(samples > 0 && { sampleCount: samples }),
    ...built,
    warnings: [...built.warnings, ...(isMixed ? [`profiles: only those in ${unit} are used, the others count something else`] : [])],
  };
}

function readFrames(tree: CallTree, document: JsonPlace): number[] {
  return document
    .at("shared")
    .at("frames")
    .items()
    .map((frame) => {
      const file = frame.at("file").textOr("");
      const line = frame.at("line").lineOr();
      const isNative = isNativeFile(file);
      return tree.frame({ file, name: frame.at("name").text(), ...(line !== undefined && { line }), ...(isNative && { isNative }) });
    });
}

function scaleOf(unit: string): { unit: RawProfile["unit"]; scale: number } {
  const seconds: Readonly<Record<string, number>> = { seconds: 1, milliseconds: 1e-3, microseconds: 1e-6, nanoseconds: 1e-9 };
  if (unit === "bytes") return { unit: "bytes", scale: 1 };
  return Object.hasOwn(seconds, unit) ? { unit: "seconds", scale: seconds[unit]! } : { unit: "samples", scale: 1 };
}

interface Target {
  readonly tree: CallTree;
  readonly frames: readonly number[];
  readonly scale: number;
  readonly track: number;
}

function addSamples(profile: JsonPlace, { tree, frames, scale, track }: Target): number {
  const samples = profile.at("samples").list();
  const weights = profile.at("weights");
  const list = weights.isMissing ? undefined : weights.list();
  const stack: number[] = [];
  samples.forEach((sample, index) => {
    const place = `${profile.place}.samples[${index}]`;
    if (!Array.isArray(sample)) throw new ProfileError(profile.source, "a list of frames was expected", place);
    sample.forEach((frame, depth) => {
      stack[depth] = frames[checkIndex(profile.source, frame, frames.length, place)]!;
    });
    const weight = list === undefined ? 1 : checkWeight(profile.source, list[index], `${weights.place}[${index}]`);
    tree.addStack(stack, sample.length, "running", weight * scale, track);
  });
  return samples.length;
}

/** Opening and closing of frames at a time: the time since the last event belongs to the stack that was open. */
function addEvents(profile: JsonPlace, { tree, frames, scale, track }: Target): number {
  const events = profile.at("events").items();
  const stack: number[] = [];
  let last = profile.at("startValue").weightOr(0);
  for (const event of events) {
    const at = event.at("at").weight();
    if (at < last) throw event.error("events are not in the order of time");
    if (at > last) tree.addStack(stack, stack.length, "running", (at - last) * scale, track);
    last = at;
    const frame = frames[event.at("frame").index(frames.length)]!;
    if (event.at("type").text() === "O") stack.push(frame);
    else if (stack.pop() !== frame) throw event.error("closes a frame that is not the innermost open one");
  }
  return 0;
}
