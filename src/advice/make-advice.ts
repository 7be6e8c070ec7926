/** Makes a rule's match a whole answer. */
import type { Advice, Alternative, AlternativeTarget, Blocker, Effort, RuleContext, Speedup, Target } from "./contract";
import type { CodeKind, Rule, RuleMatch } from "./define-rule";
import { estimateEffort, linesToWrite } from "./effort";
import { gainPerHour } from "./gain-per-hour";
import { estimateBoundary } from "./payoff/estimate-boundary";
import { isFrameKind, workThatMoves } from "./payoff/frame-kinds";
import { paysFrom } from "./payoff/pays-from";
import { blockedShare, type MoveFeatures, predictSpeedup, stayingShare, wholeProgramGain } from "./payoff/predict-speedup";
import { weighWork } from "./payoff/weigh-work";
import { paysBack } from "./pays-back";
import { forOldestPython, interpreterEvidence, releaseEvidence, threadsInstead } from "./python-versions";
import { whyFirst } from "./why-first";

/** Hours that moving one place of ordinary size to a neighbouring tool takes, when no rule of its own says so: a working day is 8. */
const alternativeHours: Readonly<Record<AlternativeTarget, Effort>> = {
  keep: { lowHours: 0, highHours: 0 },
  algorithm: { lowHours: 1, highHours: 6 },
  stdlib: { lowHours: 0.5, highHours: 2 },
  library: { lowHours: 1, highHours: 6 },
  numpy: { lowHours: 1, highHours: 5 },
  numba: { lowHours: 1, highHours: 4 },
  mypyc: { lowHours: 2, highHours: 10 },
  cython: { lowHours: 3, highHours: 14 },
  polars: { lowHours: 2, highHours: 10 },
  pyo3: { lowHours: 4, highHours: 16 },
  threads: { lowHours: 1, highHours: 8 },
};

/** Below this a move costs more trouble than it saves: the boundary eats the gain. */
const leastGain = 1.3;
/** Ways that gain nothing are no alternatives. */
const leastAlternative = 1.1;

export function makeAdvice(rule: Rule, match: RuleMatch, context: RuleContext): Advice {
  const advice = describe(rule, match, context);
  if (advice.target !== "pyo3" || advice.speedup.mid >= leastGain) return advice;
  const evidence = [...(match.evidence ?? []), ...interpreterEvidence(advice.speedup.mid, context)];
  return describe(rule, { ...match, evidence, target: "keep", message: whyNot(match, advice, context), confidence: "medium" }, context);
}

/** The reason against a move whose gain the boundary or what stays behind eats. */
function whyNot(match: RuleMatch, { speedup }: Advice, context: RuleContext): string {
  const boundary = match.kind === undefined ? undefined : estimateBoundary(context);
  const gain = speedup.mid < 1.05 ? "no faster in Rust" : `about ${Number(speedup.mid.toPrecision(2))}x as fast in Rust`;
  if (boundary === undefined || boundary.share < 0.2) return `Too much of the time stays in Python or in native code: ${gain}.`;
  if (boundary.elements < 2) return `A call does so little that crossing into Rust costs about as much: by itself ${gain}.`;
  const what = boundary.converted.length === 0 ? "its results" : boundary.converted.slice(0, 3).join(", ");
  const cost =
    boundary.share >= 0.8 ? "about what the code costs today" : `about ${Math.round(boundary.share * 100)} % of what the code costs today`;
  return `Converting ${what} for Rust costs ${cost}: ${gain}.`;
}

function describe(rule: Rule, match: RuleMatch, context: RuleContext): Advice {
  const target = match.target ?? rule.target;
  const entry = context.knowledge.rules.get(rule.id);
  const blockers = match.blockers ?? [];
  const { speedup, sources } = target === "keep" ? keeping(match.message) : figure(rule, match, context);
  const effort = estimateEffort(
    match.effort ?? entry?.effort ?? alternativeHours[target],
    target,
    { function: context.function, blockers },
    context,
  );
  const threads = target === "keep" ? {} : threadsInstead(match, context);
  const alternatives = alternativesOf(match, blockers, context, threads.way);
  const wholeProgram = target === "keep" ? { low: 1, mid: 1, high: 1 } : wholeProgramGain(speedup, shareThatMoves(target, match, context));
  return {
    rule: rule.id,
    target,
    confidence: match.confidence,
    message: forOldestPython(match.message, context),
    speedup,
    wholeProgram,
    effort,
    paysBack: paysBack({ target, wholeProgram, effort }, context.settings),
    blockers,
    evidence: [
      ...(match.evidence ?? []),
      ...whyFirst({ target, speedup, effort }, alternatives),
      ...(target === "pyo3" ? [linesToWrite(context.function)] : []),
      ...releaseEvidence([target, ...alternatives.map((it) => it.target)], context),
      ...(target === "pyo3" ? interpreterEvidence(speedup.mid, context) : []),
      ...(threads.note === undefined ? [] : [threads.note]),
    ],
    sources: [...new Set([...(match.sources ?? []), ...sources])],
    alternatives,
    paysFrom: sizeThatPays(target, match, context),
    range: match.range,
    loop: match.loop,
  };
}

/** What the model says of this place comes before what the rule says of all. */
function sizeThatPays(target: Target, match: RuleMatch, context: RuleContext): string | undefined {
  const modelled = target === "pyo3" && match.kind !== undefined ? paysFrom(featuresOf(match.kind, context), context) : undefined;
  return modelled ?? match.paysFrom;
}

function keeping(reason: string): { speedup: Speedup; sources: readonly string[] } {
  return { speedup: { low: 1, mid: 1, high: 1, basis: reason }, sources: [] };
}

/** The match's own figure, else the one for its kind of code, else what the rule's entry cites. */
function figure(rule: Rule, match: RuleMatch, context: RuleContext): { speedup: Speedup; sources: readonly string[] } {
  const entry = context.knowledge.rules.get(rule.id);
  if (match.speedup !== undefined) return { speedup: match.speedup, sources: match.sources ?? entry?.sources ?? [] };
  const target = match.target ?? rule.target;
  if (match.kind !== undefined) {
    const predicted = predictSpeedup(featuresOf(match.kind, context), target, context.knowledge);
    if (predicted !== undefined) return predicted;
  }
  if (entry === undefined) throw new Error(`rule ${rule.id} has no entry in knowledge/rules and its match no figure`);
  return { speedup: entry.speedup, sources: entry.sources };
}

/** Measured own time leaves libraries out; where their work is what is replaced, it counts. */
function shareThatMoves(target: Target, { kind, part = 1 }: RuleMatch, context: RuleContext): number {
  const movesLibrary = target === "library" || (kind !== undefined && movesNativeWork.has(kind));
  return (movesLibrary ? context.shareWithLibraries : context.share) * part;
}

/** Kinds whose native time is the work that moves: what pandas spends on calling Python for each row goes with the rows. */
const movesNativeWork: ReadonlySet<CodeKind> = new Set([
  "dataframe-rows",
  "dataframe-groups",
  "dataframe-values",
  "dataframe-concat",
  "array-loop",
]);

function featuresOf(kind: CodeKind, context: RuleContext): MoveFeatures {
  const { mix, work } = context.functionHeat;
  const boundary = estimateBoundary(context);
  return {
    kind,
    staying: movesNativeWork.has(kind) ? mix.io : stayingShare(context),
    blocked: isFrameKind(kind) ? mix.io : blockedShare(context),
    work: workThatMoves(kind, weighWork(context)),
    boundary,
    // A frame's own work for a row is far more than what the source shows.
    ...(boundary !== undefined && !isFrameKind(kind) && sizeOf(context, work.python + work.native)),
  };
}

/** Work of one call where the source says how many rounds it has, else of one round. */
function sizeOf({ loops }: RuleContext, units: number): Pick<MoveFeatures, "units" | "roundUnits"> {
  if (loops.every(({ heat }) => heat.trips.exact)) return { units };
  return { roundUnits: units / Math.max(1, ...loops.map(({ heat }) => heat.iterations)) };
}

/** Best gain per hour first. */
function alternativesOf(
  match: RuleMatch,
  blockers: readonly Blocker[],
  context: RuleContext,
  threads: Omit<Alternative, "effort"> | undefined,
): Alternative[] {
  const { kind } = match;
  if (kind === undefined) return [];
  const features = featuresOf(kind, context);
  const hours = (target: AlternativeTarget) =>
    estimateEffort(alternativeHours[target], target, { function: context.function, blockers }, context);
  const found = (match.alternatives ?? []).flatMap((target): Alternative[] => {
    const predicted = predictSpeedup(features, target, context.knowledge);
    if (predicted === undefined || predicted.speedup.mid < leastAlternative) return [];
    return [{ target, speedup: predicted.speedup, effort: hours(target), note: predicted.speedup.basis }];
  });
  if (threads !== undefined && !found.some(({ target }) => target === "threads")) found.push({ ...threads, effort: hours("threads") });
  return found.sort((a, b) => gainPerHour(b) - gainPerHour(a));
}
