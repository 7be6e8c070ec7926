/** One or several profiles over one project: merged by weight, each first brought to shares of its own time. */
import type { FunctionId, ProjectGraph } from "../../graph";
import type { MeasuredFunction, MeasuredLine, MeasuredProfile, RawProfile, TimeKind } from "../contract";
import { AnchorFinder, anchorFrames, type FrameAnchor } from "./anchor-frames";
import { creditCallees } from "./credit-callees";
import { type FunctionTime, measureProfile, type ProfileTime } from "./measure-profile";
import { createProjectFiles, type MapOptions, type PlacedProfile, placeProfile } from "./place-profile";

export interface WeightedProfile {
  readonly profile: RawProfile;
  /** How much it counts against the others, whatever its length; 1 for all means equal parts. */
  readonly weight: number;
  /** From `anchorProfiles` after an earlier mapping: frames then follow edits of the text. */
  readonly anchors?: readonly (FrameAnchor | undefined)[];
}

export interface MappedProfiles {
  readonly measured: MeasuredProfile;
  readonly placed: readonly { readonly placed: PlacedProfile; readonly weight: number }[];
}

/** Below it, too little of what looks like the project's own was found in it: the profile is of something else, and does not rank. */
export const leastOwnMapped = 0.5;
const unmappedShown = 20;
const librariesShown = 10;
/** Parts this small are rounding. */
const negligible = 1e-4;

export function mapProfiles(inputs: readonly WeightedProfile[], graph: ProjectGraph, options: MapOptions): MappedProfiles {
  const files = createProjectFiles(graph, options);
  const whole = inputs.reduce((sum, { weight }) => sum + weight, 0);
  const finder = new AnchorFinder(graph, files);
  const placed = inputs.map(({ profile, weight, anchors }) => {
    const anchored = (frame: number) => {
      const anchor = anchors?.[frame];
      return anchor && finder.place(anchor);
    };
    return { placed: creditCallees(placeProfile(profile, files, anchored)), weight: whole === 0 ? 0 : weight / whole };
  });
  const merge = new ProfileMerge();
  for (const one of placed) merge.add(one.placed.profile, measureProfile(one.placed), one.weight);
  return { measured: merge.result(inputs), placed };
}

/** The same profiles with the places where they were found, for mappings after edits. */
export function anchorProfiles(inputs: readonly WeightedProfile[], { placed }: MappedProfiles): readonly WeightedProfile[] {
  return inputs.map((input, index) => {
    const at = placed[index]?.placed;
    return input.anchors !== undefined || at === undefined ? input : { ...input, anchors: anchorFrames(at) };
  });
}

class ProfileMerge {
  private readonly functions = new Map<FunctionId, FunctionTime>();
  private readonly libraries = new Map<string, number>();
  private readonly unmapped = new Map<string, { share: number; readonly reason: string }>();
  private readonly warnings: string[] = [];
  private readonly sums = { python: 0, native: 0, waiting: 0, library: 0, wall: 0, mapped: 0, found: 0, missing: 0 };

  add(profile: RawProfile, time: ProfileTime, weight: number): void {
    this.warnings.push(...profile.warnings.map((warning) => `${profile.source}: ${warning}`));
    const whole = time.cpu > 0 ? time.cpu : time.waiting;
    if (whole === 0) {
      this.warnings.push(`${profile.source}: it holds no time at all`);
      return;
    }
    const part = weight / whole;
    const library = [...time.libraries.values()].reduce((sum, amount) => sum + amount, 0);
    this.sums.python += time.ownPython * part;
    this.sums.native += time.native * part;
    this.sums.waiting += time.waiting * part;
    this.sums.library += library * part;
    this.sums.mapped += (time.ownPython + time.ownNative) * part;
    this.sums.found += time.found * part;
    this.sums.missing += time.missing * part;
    for (const [id, found] of time.functions) addFunction(this.functions, id, found, part);
    for (const [name, amount] of time.libraries) this.libraries.set(name, (this.libraries.get(name) ?? 0) + amount * part);
    for (const [frame, { amount, reason }] of time.unmapped) {
      const known = this.unmapped.get(frame);
      if (known === undefined) this.unmapped.set(frame, { share: amount * part, reason });
      else known.share += amount * part;
    }
  }

  result(inputs: readonly WeightedProfile[]): MeasuredProfile {
    const { python, native, waiting, library, mapped, found, missing } = this.sums;
    const all = python + native + waiting + library;
    const ofAll = (amount: number) => (all === 0 ? 0 : amount / all);
    const ownMappedShare = found + missing === 0 ? 0 : found / (found + missing);
    return {
      sources: inputs.map(({ profile, weight }) => ({
        file: profile.source,
        format: profile.format,
        tool: profile.tool,
        clock: profile.clock,
        isDeterministic: profile.isDeterministic,
        samples: profile.isDeterministic ? 0 : (profile.sampleCount ?? 0),
        weight,
      })),
      functions: new Map([...this.functions].map(([id, time]) => [id, asMeasured(time)])),
      mappedShare: Math.min(1, mapped),
      ownMappedShare,
      ranks: ownMappedShare >= leastOwnMapped,
      mix: { python: ofAll(python), native: ofAll(native), waiting: ofAll(waiting) },
      library: ofAll(library),
      knows: { native: ofAll(native) > negligible, waiting: ofAll(waiting) > negligible },
      samples: inputs.reduce((sum, { profile }) => sum + (profile.isDeterministic ? 0 : (profile.sampleCount ?? 0)), 0),
      libraries: largest(this.libraries, (share) => share, librariesShown).map(([name, share]) => ({ name, share })),
      unmapped: largest(this.unmapped, ({ share }) => share, unmappedShown).map(([frame, it]) => ({ frame, ...it })),
      warnings: this.warnings,
    };
  }
}

function addFunction(functions: Map<FunctionId, FunctionTime>, id: FunctionId, found: FunctionTime, part: number): void {
  const known = functions.get(id) ?? {
    self: { python: 0, native: 0, waiting: 0 },
    withLibraries: 0,
    total: 0,
    isStale: false,
    lines: new Map(),
  };
  for (const kind of ["python", "native", "waiting"] as const) known.self[kind] += found.self[kind] * part;
  known.withLibraries += found.withLibraries * part;
  known.total += found.total * part;
  known.isStale ||= found.isStale;
  for (const [line, time] of found.lines) {
    const sum = known.lines.get(line) ?? { self: 0, native: 0, total: 0 };
    sum.self += time.self * part;
    sum.native += time.native * part;
    sum.total += time.total * part;
    known.lines.set(line, sum);
  }
  functions.set(id, known);
}

function asMeasured({ self, withLibraries, total, isStale, lines }: FunctionTime): MeasuredFunction {
  const cpu = self.python + self.native;
  const all = cpu + self.waiting;
  const mix: Record<TimeKind, number> =
    all === 0
      ? { python: 1, native: 0, waiting: 0 }
      : { python: self.python / all, native: self.native / all, waiting: self.waiting / all };
  return {
    self: Math.min(1, cpu),
    withLibraries: Math.min(1, Math.max(cpu, withLibraries)),
    total: Math.min(1, Math.max(cpu, withLibraries, total)),
    mix,
    lines: [...lines]
      .filter(([, time]) => time.total > 0 || time.self > 0)
      .map(([line, time]): MeasuredLine => ({ line, share: time.self, native: time.native, total: Math.max(time.total, time.self) }))
      .sort((a, b) => b.share - a.share || b.total - a.total || a.line - b.line),
    isStale,
  };
}

function largest<Value>(values: ReadonlyMap<string, Value>, size: (value: Value) => number, count: number): [string, Value][] {
  return [...values].sort(([, a], [, b]) => size(b) - size(a)).slice(0, count);
}
