/**
 * Lets a measured profile lead: what it says of a function takes the place of the estimate, and what it does not tell stays estimated.
 * A function with measured time is not cold, whatever its looks. How own time splits into interpreter work, native code and waiting is
 * measured where the profiler tells these apart; otherwise the measured time is split as the source suggests.
 */
import type { FunctionId } from "../graph";
import type { FunctionHeat, HeatMap, OperationMix, ProjectBound } from "../heat";
import type { MeasuredFunction, MeasuredProfile } from "../profile";
import type { AdviceInput, MeasuredHotspot } from "./contract";

/** Own Python from here on, or waiting, is what limits a measured program: the line that the accuracy set draws, too. */
const mostlyOwn = 0.4;
const mostlyWaiting = 0.5;
/** Samples from which shares of a tenth are sure to within about two points (twice the standard error), and far fewer. */
const manySamples = 1000;
const fewSamples = 200;

/** The profile where it is good enough to rank. */
export function rankingProfile({ measured }: Pick<AdviceInput, "measured">): MeasuredProfile | undefined {
  return measured?.ranks === true ? measured : undefined;
}

/** How figures of the whole project came about, in a word. */
export function timeBasis(input: AdviceInput): "measured" | "estimated" {
  return rankingProfile(input) === undefined ? "estimated" : "measured";
}

/** The same input with the profile's word in place of the estimate's. */
export function applyProfile(input: AdviceInput): AdviceInput {
  const profile = rankingProfile(input);
  if (profile === undefined) return input;
  const functions = input.heat.functions.map((heat) => {
    const found = profile.functions.get(heat.id);
    return found === undefined || found.withLibraries === 0 ? heat : withMix(heat, mixOf(found, heat, profile));
  });
  const bound = judgeBound(profile, functions);
  const { ownPython, native, library, io } = bound.shares;
  const mix = { python: ownPython + library, native, io };
  return { ...input, heat: { ...input.heat, functions, mix, bound, confidence: rateProfile(profile) } };
}

/** Measured code is not cold. */
function withMix(of: FunctionHeat, mix: OperationMix): FunctionHeat {
  const { id, frequency, work, heat, loops, recursive, memoised, callers } = of;
  return { id, frequency, work, heat, loops, recursive, memoised, callers, mix };
}

/** What a hotspot shows of the profile; undefined without one that ranks. A function that it has not seen has no time in it. */
export function measuredHotspot(id: FunctionId, profile: MeasuredProfile | undefined): MeasuredHotspot | undefined {
  if (profile === undefined) return undefined;
  const found = profile.functions.get(id);
  if (found === undefined) {
    return {
      share: 0,
      withLibraries: 0,
      total: 0,
      source: profileSource(profile),
      ...(profile.samples > 0 ? { samples: 0 } : {}),
      lines: [],
    };
  }
  const { python, native, waiting } = found.mix;
  const isSplit = profile.knows.native || profile.knows.waiting;
  return {
    share: found.self,
    withLibraries: found.withLibraries,
    total: found.total,
    source: profileSource(profile),
    ...(isSplit ? { mix: { python, native, io: waiting } } : {}),
    ...(profile.samples > 0 ? { samples: Math.round(found.self * profile.samples) } : {}),
    ...(found.isStale ? { isStale: true } : {}),
    lines: found.lines,
  };
}

/** `py-spy (a.txt)`, `cProfile (run.pstats) and 2 more`. */
export function profileSource({ sources }: MeasuredProfile): string {
  const [first, ...others] = sources;
  if (first === undefined) return "";
  const name = first.file.slice(Math.max(first.file.lastIndexOf("/"), first.file.lastIndexOf("\\")) + 1);
  return `${first.tool} (${name})${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

/** The hotspot has time in the profile, own or in libraries that it calls. */
export function hasMeasuredTime({ measured }: { readonly measured?: MeasuredHotspot }): boolean {
  return measured !== undefined && measured.withLibraries > 0;
}

/**
 * The shares that a function's gain is bounded by: own, and with the libraries that it calls. What the profile has not seen cannot be large: none of n samples leaves room for three
 * in n (the rule of three: Hanley & Lippman-Hand, JAMA 1983), and a tracing profiler sees every call.
 */
export function boundingShares(
  id: FunctionId,
  estimate: number,
  profile: MeasuredProfile | undefined,
): { readonly own: number; readonly withLibraries: number } {
  if (profile === undefined) return { own: estimate, withLibraries: estimate };
  const found = profile.functions.get(id);
  if (found !== undefined && found.withLibraries > 0) return { own: found.self, withLibraries: found.withLibraries };
  const unseen = Math.min(estimate, profile.samples === 0 ? 0 : 3 / profile.samples);
  return { own: unseen, withLibraries: unseen };
}

function mixOf({ mix }: MeasuredFunction, { mix: estimated }: FunctionHeat, profile: MeasuredProfile): OperationMix {
  const { knows, sources } = profile;
  // What does not say that it counts wall time comes from samplers that leave out idle threads.
  const countsWall = sources.some(({ clock }) => clock === "wall");
  const io = knows.waiting ? mix.waiting : countsWall ? estimated.io : 0;
  const measuredPart = mix.python + mix.native;
  const estimatedPart = estimated.python + estimated.native;
  const nativePart = knows.native
    ? measuredPart === 0
      ? 0
      : mix.native / measuredPart
    : estimatedPart === 0
      ? 0
      : estimated.native / estimatedPart;
  return { python: (1 - io) * (1 - nativePart), native: (1 - io) * nativePart, io };
}

function judgeBound(profile: MeasuredProfile, functions: readonly FunctionHeat[]): ProjectBound {
  const shares = sharesOf(profile, functions);
  const kind = kindOf(shares);
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const parts = [
    [shares.ownPython, "the project's own Python"],
    [shares.native, "native code"],
    [shares.library, "Python code of libraries"],
    [shares.io, "waiting"],
  ] as const;
  const told = parts.filter(([share]) => share >= 0.005).map(([share, words]) => `${percent(share)} ${words}`);
  const isGuessed = !profile.knows.native && shares.native >= 0.005;
  const evidence = [`Measured${isGuessed ? ", how much of it is native code estimated" : ""}: ${told.join(", ")}.`];
  const named = profile.libraries.filter(({ share }) => share >= 0.01).slice(0, 4);
  if (named.length > 0) evidence.push(`Time in libraries: ${named.map(({ name, share }) => `${name} ${percent(share)}`).join(", ")}.`);
  return { kind, evidence, shares };
}

function kindOf({ ownPython, native, library, io }: ProjectBound["shares"]): ProjectBound["kind"] {
  if (ownPython + native + library + io === 0) return "unknown";
  if (io >= mostlyWaiting) return "io";
  if (ownPython >= mostlyOwn || ownPython >= Math.max(native, library, io)) return "own-python";
  if (native >= library && native >= io) return "native";
  return library >= io ? "library" : "io";
}

/** Sum 1. Where the profile does not tell native code or waiting, each function's own time is split as its estimate says. */
function sharesOf(profile: MeasuredProfile, functions: readonly FunctionHeat[]): ProjectBound["shares"] {
  const { mix, library, knows } = profile;
  if (knows.native) return { ownPython: mix.python, native: mix.native, library, io: mix.waiting };
  const shares = { ownPython: 0, native: 0, library, io: mix.waiting };
  let own = 0;
  for (const [id, { self }] of profile.functions) own += self > 0 && functions[id] !== undefined ? self : 0;
  if (own === 0) return { ...shares, ownPython: mix.python };
  for (const [id, { self }] of profile.functions) {
    const split = functions[id]?.mix;
    if (split === undefined || self === 0) continue;
    const part = (self / own) * mix.python;
    const cpu = split.python + split.native;
    // Waiting that the profile tells is outside own time already.
    const scale = knows.waiting && cpu > 0 ? 1 / cpu : 1;
    shares.ownPython += part * split.python * scale;
    shares.native += part * split.native * scale;
    if (!knows.waiting) shares.io += part * split.io;
  }
  return shares;
}

function rateProfile(profile: MeasuredProfile): HeatMap["confidence"] {
  const { samples, sources, ownMappedShare } = profile;
  const isTraced = samples === 0;
  const reasons = [isTraced ? tracedReason(profile) : sampledReason(profile)];
  if (ownMappedShare < 0.995)
    reasons.push(`${Math.floor(ownMappedShare * 100)} % of what looks like the project's own code was found in it.`);
  if ([...profile.functions.values()].some(({ isStale, self }) => isStale && self > 0)) {
    reasons.push("Some of the measured functions have been edited since; record again to be sure.");
  }
  if (!isTraced && sources.some(({ isDeterministic }) => isDeterministic)) reasons.push(distortion(sources));
  const isWeak = ownMappedShare < 0.8 || (!isTraced && samples < fewSamples);
  const isStrong = !isTraced && samples >= manySamples && ownMappedShare >= 0.95;
  return { level: isWeak ? "low" : isStrong ? "high" : "medium", reasons };
}

function sampledReason(profile: MeasuredProfile): string {
  const { samples } = profile;
  const points = 200 * Math.sqrt((0.1 * 0.9) / samples);
  const sure = points < 1 ? points.toFixed(1) : String(Math.round(points));
  return `Measured: ${samples.toLocaleString("en")} samples by ${profileSource(profile)}; a share of 10 % is sure to within about ${sure} points.`;
}

function tracedReason(profile: MeasuredProfile): string {
  return `Measured by tracing every call with ${profileSource(profile)}. ${distortion(profile.sources)}`;
}

function distortion(sources: MeasuredProfile["sources"]): string {
  const traced = [...new Set(sources.filter(({ isDeterministic }) => isDeterministic).map(({ tool }) => tool))].join(" and ");
  return `${traced} slows down every call, so small functions that are called often look larger than they are; a sampling profiler such as py-spy does not.`;
}
