/** The one sentence for the whole project, from what was advised for its hot places. */
import type { CallGraph, FunctionId } from "../graph";
import type { MeasuredProfile } from "../profile";
import { hasMeasuredTime, profileSource, rankingProfile } from "./apply-profile";
import { constraintSigns, dominantConstraint } from "./constraint-signs";
import type { Advice, AdviceInput, AdvisedHotspot, Effort, Range3, Recommendation, Target, Verdict } from "./contract";
import { detectWorkloads } from "./detect-workloads";
import { combineEfforts } from "./effort";
import { paysBack } from "./pays-back";
import { interpreterEvidence, releaseEvidence, wheelWords } from "./python-versions";
import { targetWords } from "./target-words";

/** A place counts for the verdict when its best advice is to move, not to tidy up. */
const movingTargets: ReadonlySet<Target> = new Set(["numpy", "polars", "library", "pyo3"]);
/** Whole-program gain (middle of the range) from which a move is worth a project's while. */
const worthwhileGain = 1.15;
/** Part of the estimated time from which the program and its Python part are about the same. */
const mostlyPython = 0.9;

/** Gain of the Python part, and share of one computing place in it, from which a service is more than waiting. */
const busyGain = 1.5;
const busyShare = 0.3;

interface Gain {
  readonly target: Target;
  /** What the program gains when all of them move, and the hours of that. */
  readonly wholeProgram: Range3;
  readonly effort: Effort;
  /** Part of the program's time that these places take, and what the program gains when all of them move. */
  readonly share: number;
  readonly gain: number;
  readonly places: number;
  readonly lead: AdvisedHotspot;
}

export function decideVerdict(input: AdviceInput, hotspots: readonly AdvisedHotspot[]): Verdict {
  const profile = rankingProfile(input);
  const isMeasured = profile !== undefined;
  // What was only estimated beside measured time cannot be large, and must not be added to it.
  const counted = isMeasured ? hotspots.filter(hasMeasuredTime) : hotspots;
  const gains = gainsByTarget(counted);
  const best = gains[0];
  const workloads = detectWorkloads(input);
  const recommendation = recommend(input, best, isMeasured);
  const confidence = isMeasured
    ? input.heat.confidence.level
    : recommendation === "stay-python" && input.heat.bound.kind !== "own-python"
      ? atLeastMedium(input)
      : input.heat.confidence.level;
  const gain = 1 / Math.max(1 - gains.reduce((sum, it) => sum + 1 - 1 / it.gain, 0), 0.001);
  const constraints = constraintSigns(input, counted, { gain, workloads });
  return {
    recommendation,
    summary: summarise(recommendation, input, best, counted) + restsOn(profile),
    dominantConstraint: dominantConstraint(recommendation, constraints),
    constraints,
    confidence,
    workloads,
    evidence: [
      ...gains.map((it) => gainWords(it, input)),
      ...versionWords(recommendation === "stay-python" ? undefined : best, gain, input),
    ],
    wouldChange: whatWouldChange(recommendation, input, isMeasured),
  };
}

function gainWords(move: Gain, input: AdviceInput): string {
  const { target, share, places, gain, effort } = move;
  const part = gainingPart(input);
  const where = `${places} ${places === 1 ? "place" : "places"} with ${Math.round(share * 100)} % of the ${timeWords(input)}`;
  const hours = `${Number(effort.lowHours.toPrecision(2))} to ${Number(effort.highHours.toPrecision(2))} hours of work`;
  const gains = `${where} would gain from ${targetWords[target]}: about ${Number(gain.toPrecision(2))}x for ${part}, for ${hours}.`;
  // Where only a part of the time gains, an hour of running saves less than that part says.
  const back = part === wholeWords ? paysBack(move, input.settings) : undefined;
  return back === undefined ? gains : `${gains} ${back.text}`;
}

/** What the versions of Python change for the whole, and nothing where they change nothing. */
function versionWords(best: Gain | undefined, gain: number, input: AdviceInput): string[] {
  const wheels = best?.target === "pyo3" ? wheelWords(input) : undefined;
  const releases = best === undefined || wheels !== undefined ? [] : releaseEvidence([best.target], input);
  const interpreters = input.heat.bound.kind === "own-python" ? interpreterEvidence(gain, input) : [];
  return [...(wheels === undefined ? [] : [wheels]), ...[...releases, ...interpreters].map(({ message }) => message)];
}

/** What a measured verdict rests on, so that nobody takes it for an estimate. */
function restsOn(profile: MeasuredProfile | undefined): string {
  if (profile === undefined) return "";
  const { samples } = profile;
  const by = profileSource(profile);
  return samples > 0 ? ` Measured: ${samples.toLocaleString("en")} samples by ${by}.` : ` Measured by tracing with ${by}.`;
}

function atLeastMedium({ heat }: AdviceInput): Verdict["confidence"] {
  return heat.confidence.level === "high" ? "high" : "medium";
}

const wholeWords = "the program";

/** Shares are shares of Python time: where much of the time is native or waiting, only that part gains. */
function gainingPart(input: AdviceInput): string {
  const { heat } = input;
  // Measured shares are of the whole CPU time.
  if (rankingProfile(input) !== undefined) return heat.mix.io < 1 - mostlyPython ? wholeWords : "the part that computes";
  return heat.mix.python >= mostlyPython ? wholeWords : "the part that runs Python";
}

/** What shares are shares of. */
function timeWords(input: AdviceInput): string {
  if (rankingProfile(input) !== undefined) return "measured time";
  return gainingPart(input) === wholeWords ? "time" : "time spent in Python";
}

/** A service whose requests mostly wait: a computing corner of it is worth a look, but does not decide for the whole. */
function isWaitingService({ heat }: AdviceInput): boolean {
  return heat.mix.io >= 0.5 && heat.entryPoints.some(({ kind }) => kind === "route" || kind === "task");
}

/** Requests that compute: loops of pure Python take a good part of what a request costs the processor, and moving them is felt. */
function isBusyInRequests({ heat, graph }: AdviceInput, best: Gain | undefined): boolean {
  if (best === undefined || heat.bound.kind !== "own-python" || best.gain < busyGain) return false;
  const { heat: lead } = best.lead;
  // What one kind of request in five computes is a corner of the service.
  const requests = heat.entryPoints.filter(({ kind }) => kind === "route" || kind === "task");
  const callers = callersOf(lead.id, graph.calls);
  if (requests.filter(({ id }) => callers.has(id)).length < requests.length / 2) return false;
  return lead.heat >= busyShare && lead.mix.python >= mostlyPython && lead.loops.some(({ trips }) => !trips.exact);
}

/** The function itself and all that may lead to it. */
function callersOf(id: FunctionId, { incoming }: CallGraph): ReadonlySet<FunctionId> {
  const found = new Set([id]);
  for (const at of found) for (const { caller } of incoming[at] ?? []) found.add(caller);
  return found;
}

function recommend(input: AdviceInput, best: Gain | undefined, isMeasured: boolean): Recommendation {
  const { heat } = input;
  if (input.graph.files.size === 0) return "not-enough-evidence";
  if (isWaitingService(input) && best?.target !== "polars" && !isBusyInRequests(input, best)) return "stay-python";
  if (best === undefined || best.gain < worthwhileGain) {
    const isClear = heat.bound.kind !== "own-python" || heat.confidence.level !== "low" || isMeasured;
    return isClear ? "stay-python" : "not-enough-evidence";
  }
  if (heat.confidence.level === "low" && !isMeasured && best.lead.heat.heat < 0.05) return "not-enough-evidence";
  if (best.target === "polars") return "dataframe-engine";
  return best.target === "library" ? "use-library" : "hybrid";
}

function gainsByTarget(hotspots: readonly AdvisedHotspot[]): Gain[] {
  const byTarget = new Map<Target, AdvisedHotspot[]>();
  for (const hotspot of hotspots) {
    const target = (hotspot.advice[0] as Advice).target;
    if (movingTargets.has(target)) byTarget.set(target, [...(byTarget.get(target) ?? []), hotspot]);
  }
  const gains = [...byTarget].map(([target, places]): Gain => {
    const share = Math.min(
      1,
      places.reduce((sum, it) => sum + shareOf(it, target), 0),
    );
    const moves = places.map(({ advice }) => advice[0] as Advice);
    // As the offload summary of the reports adds it up, so that the sentence and the summary name the same gain.
    const together = (end: keyof Range3) =>
      1 / Math.max(1 - moves.reduce((sum, { wholeProgram }) => sum + 1 - 1 / Math.max(1, wholeProgram[end]), 0), 0.001);
    const wholeProgram = { low: together("low"), mid: together("mid"), high: together("high") };
    const effort = combineEfforts(moves.map((it) => it.effort));
    return { target, share, gain: wholeProgram.mid, wholeProgram, effort, places: places.length, lead: largest(places, target) };
  });
  return gains.sort((a, b) => b.gain - a.gain);
}

function largest(places: readonly AdvisedHotspot[], target: Target): AdvisedHotspot {
  return places.reduce((best, it) => (shareOf(it, target) > shareOf(best, target) ? it : best));
}

/** Own time; where another engine or library takes over, with the libraries that are called today. */
function shareOf({ measured, heat }: AdvisedHotspot, target: Target): number {
  if (measured === undefined) return heat.heat;
  return target === "polars" || target === "library" ? measured.withLibraries : measured.share;
}

const boundReasons = {
  "own-python": "its time is spread over many places or the gain does not pay for the work",
  native: "its time is spent in native code of libraries already",
  library: "its time is spent inside Python libraries that it does not own",
  io: "it mostly waits for network, files or databases",
  unknown: "there is too little running code to gain from",
} as const;

function summarise(
  recommendation: Recommendation,
  input: AdviceInput,
  best: Gain | undefined,
  hotspots: readonly AdvisedHotspot[],
): string {
  const { heat } = input;
  if (input.graph.files.size === 0) return "There is no Python code here to assess.";
  const cheap = hotspots.find(({ advice: [first] }) => first?.target === "stdlib" && first.wholeProgram.mid >= worthwhileGain);
  if (recommendation === "stay-python" && heat.bound.kind === "own-python" && !isWaitingService(input) && cheap !== undefined) {
    const first = cheap.advice[0] as Advice;
    return `Stay in Python and change ${cheap.function.fact.qualname} (${cheap.function.path}) first, which takes hours, not weeks: ${lowerFirst(first.message)}`;
  }
  if (recommendation === "stay-python") {
    const reason = isWaitingService(input) ? boundReasons.io : boundReasons[heat.bound.kind];
    return `Stay in Python: ${reason}${aside(hotspots)}.`;
  }
  if (best === undefined || recommendation === "not-enough-evidence") {
    return rankingProfile(input) === undefined
      ? "Source alone does not show where the time goes: record a profile of a typical run before deciding anything."
      : "The profile does not show enough of this project to decide anything.";
  }
  const { lead, places, share } = best;
  const others = places === 1 ? "" : ` and ${places - 1} more ${places === 2 ? "place" : "places"}`;
  const where = `${lead.function.fact.qualname} (${lead.function.path})${others}`;
  const words =
    best.target === "polars"
      ? "Move the data frame work to Polars"
      : best.target === "library"
        ? "Use a library that is already fast"
        : `Keep Python and move the hot core to ${targetWords[best.target]}`;
  return `${words}: ${where} with about ${Math.round(share * 100)} % of the ${timeWords(input)}; expect ${gainingPart(input)} to run about ${Number(best.gain.toPrecision(2))}x as fast.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** One hot place that is worth a look even though the whole is left as it is. */
function aside(hotspots: readonly AdvisedHotspot[]): string {
  const move = hotspots.find(({ advice: [first] }) => first !== undefined && first.target !== "keep");
  return move === undefined ? "" : `; one place is worth a look on its own, ${move.function.fact.qualname} (${move.function.path})`;
}

function whatWouldChange(recommendation: Recommendation, { heat }: AdviceInput, isMeasured: boolean): string[] {
  const changes: string[] = [];
  changes.push(
    isMeasured ? "a profile of another workload: this one shows what it was recorded with" : "a profile that shows the time elsewhere",
  );
  if (recommendation === "stay-python" && heat.bound.kind === "io")
    changes.push("requests that use up a processor core instead of waiting");
  if (recommendation === "hybrid") changes.push("inputs so small that the boundary costs more than the loop");
  if (heat.entryPoints.length === 0) changes.push("entry points: name what the program runs with --entry or the setting entry-points");
  return changes;
}
