/**
 * Speedup of moving code to a target, held back by what does not move and by the boundary. It follows from what the work consists of
 * (`gain-model.ts`, fitted to measured kernels). Where what comes in its place is known by name or is another algorithm, it is the figure
 * of `knowledge/payoff.yaml` for the kind of code.
 * The only place where advice gets a figure from, beside what a rule's own entry cites.
 */
import type { ClassGains, Knowledge, PayoffEntry } from "../../knowledge";
import type { Range3, RuleContext, Speedup } from "../contract";
import type { CodeKind } from "../define-rule";
import { type CrossingWay, crossingWay } from "./crossing-cost";
import type { Boundary } from "./estimate-boundary";
import { isByRow, isFrameKind } from "./frame-kinds";
import { callingShare, coreGain, type Held, heldBack } from "./gain-model";
import { stepOf, widenBy } from "./widen";
import type { WorkByClass } from "./work-classes";

export interface MoveFeatures {
  readonly kind: CodeKind;
  /** Share of the code's own time that stays where it is, native work included, 0..1. */
  readonly staying: number;
  /** The same without native work, which has a gain of its own in `work`. */
  readonly blocked?: number;
  /** What the work consists of; without, the figure for the kind of code is all there is. */
  readonly work?: WorkByClass;
  /** What handing over the arguments costs; undefined where nothing is handed over. */
  readonly boundary?: Boundary;
  /** Work of one call in operation units; undefined where it is not known, or calls are few beside their work. */
  readonly units?: number;
  /** Work of one round in operation units where nobody knows how many rounds a call has; the figure is for as many as it takes then. */
  readonly roundUnits?: number;
}

/** They take only code of certain kinds: without a figure for the kind, one for code in general would mislead. */
const specialTargets: ReadonlySet<string> = new Set(["numpy", "numba", "polars"]);
const modelSource = "measured-payoff";
/** Calls that cost as much as a few rounds are not worth a word. */
const fewRounds = 10;
/** A class of work that gains less hardly gains. */
const hardlyFaster = 3;
/** Parts of the time below this are not worth a word. */
const notable = 0.05;

export interface Prediction {
  readonly speedup: Speedup;
  readonly sources: readonly string[];
}

/** Undefined when nothing is known of the pair, not even for code in general, or when the target does not take such code. */
export function predictSpeedup(features: MoveFeatures, target: string, knowledge: Knowledge): Prediction | undefined {
  const entry =
    figureFor(features.kind, target, knowledge) ?? (specialTargets.has(target) ? undefined : figureFor("generic", target, knowledge));
  if (entry === undefined) return undefined;
  const model = modelFor(features.kind, target, knowledge);
  if (model !== undefined && features.work !== undefined) return predictByWork(features, features.work, model);
  const crossing = crossingShare(features.boundary, crossingWay(target));
  const held = (gain: number) => round(heldBack(gain, { staying: features.staying, crossing, calling: 0 }));
  const basis = `${entry.basis}${stayingWords(features.staying)}${boundaryWords(features.boundary, crossing)}`;
  return {
    speedup: { low: held(entry.low), mid: held(entry.mid), high: held(entry.high), basis, figure: entry.id },
    sources: entry.sources,
  };
}

/**
 * A library's gain is that library's. Kernels have a version for the standard library only where it has something for them, which says
 * nothing of code of which nobody knows that; a plain loop over columns in place of a frame's rows or groups is always there.
 */
function modelFor(kind: CodeKind, target: string, knowledge: Knowledge): ClassGains | undefined {
  if (target === "library" || (target === "stdlib" && !isByRow(kind))) return undefined;
  return knowledge.classGains.find((it) => it.target === target);
}

function predictByWork(features: MoveFeatures, work: WorkByClass, model: ClassGains): Prediction {
  const held: Held = {
    staying: features.blocked ?? features.staying,
    crossing: crossingShare(features.boundary, crossingWay(model.target)),
    calling: features.units === undefined ? 0 : callingShare(model, isFrameKind(features.kind), features.units),
  };
  const mid = heldBack(coreGain(work, model.gains), held);
  const step = stepOf(work, model.spread);
  const basis = `${model.basis} ${workWords(work)}${restWords(work, model)}${stayingWords(held.staying)}${boundaryWords(features.boundary, held.crossing)}${callWords(features.roundUnits, model)}`;
  return {
    speedup: {
      low: round(widenBy(mid, step, model.low)),
      mid: round(mid),
      high: round(widenBy(mid, step, model.high)),
      basis,
      figure: `gains-${model.target}`,
    },
    // One for all kernels behind the model; the entry of the model names each of them.
    sources: [modelSource],
  };
}

function crossingShare(boundary: Boundary | undefined, way: CrossingWay): number {
  if (boundary === undefined || way === "none") return 0;
  return way === "rust" ? boundary.share : boundary.arrayShare;
}

function figureFor(kind: CodeKind, target: string, knowledge: Knowledge): PayoffEntry | undefined {
  if (kind === "generic" && specialTargets.has(target)) return undefined;
  return knowledge.payoff.find((it) => it.kind === kind && it.target === target);
}

function stayingWords(staying: number): string {
  return staying >= notable ? ` About ${percent(staying)} of this code's time stays in Python or native code.` : "";
}

const classWords: Readonly<Record<keyof WorkByClass, string>> = {
  computing: "arithmetic and loop steps",
  chains: "steps that wait for the one before",
  bits: "shifts and masks",
  powers: "powers",
  characters: "characters",
  access: "access to elements",
  attributes: "attributes",
  objects: "making instances",
  calls: "calls of Python functions",
  hashing: "dicts and sets",
  textKeys: "dicts and sets of texts",
  text: "text",
  making: "making lists and tuples",
  functions: "small C functions",
  mathematics: "mathematical functions",
  native: "native code",
  frames: "what a frame does for each row",
};

/** What most of the work is, so that the reader can disagree. */
function workWords(work: WorkByClass): string {
  const largest = (Object.entries(work) as [keyof WorkByClass, number][])
    .filter(([, part]) => part >= 0.1)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3);
  if (largest.length === 0) return "";
  return `Here the work is ${largest.map(([name, part]) => `${percent(part)} ${classWords[name]}`).join(", ")}.`;
}

/** Why the gain is small: most of the time after the move goes to what costs about the same there. */
function restWords(work: WorkByClass, { gains }: ClassGains): string {
  const rest = 1 / coreGain(work, gains);
  const parts = (Object.keys(work) as (keyof WorkByClass)[]).filter((it) => gains[it] < hardlyFaster);
  const largest = parts.sort((a, b) => work[b] / gains[b] - work[a] / gains[a])[0];
  if (largest === undefined || work[largest] / gains[largest] < rest / 2) return "";
  return ` The gain is bounded by ${classWords[largest]}, at nearly the same cost there.`;
}

function boundaryWords(boundary: Boundary | undefined, share: number): string {
  if (boundary === undefined || share < notable) return "";
  const { elements, converted } = boundary;
  const what = converted.length === 0 ? "Each call across the boundary" : `Converting ${converted.slice(0, 3).join(", ")}`;
  const size = elements >= 2 ? ` (about ${Math.round(elements).toLocaleString("en")} elements a call)` : "";
  return ` ${what}${size} costs about ${percent(share)} of what the code costs today.`;
}

/** From how many rounds on the calls of a target cost less than the rounds do. */
function callWords(roundUnits: number | undefined, { call }: ClassGains): string {
  const rounds = roundUnits === undefined ? 0 : call / roundUnits;
  if (rounds < fewRounds) return "";
  const digits = 10 ** Math.floor(Math.log10(rounds));
  return ` Each call of it costs what about ${(Math.ceil(rounds / digits) * digits).toLocaleString("en")} rounds of the loop cost today: it takes many more to pay.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What of a function's own time cannot move: native work, waiting, and calls back into Python from its loops. */
export function stayingShare(context: RuleContext): number {
  const { native, io } = context.functionHeat.mix;
  return Math.min(0.95, native + io + callbackShare(context) * (1 - native - io));
}

/** The same without native work. */
export function blockedShare(context: RuleContext): number {
  const { io } = context.functionHeat.mix;
  return Math.min(0.95, io + callbackShare(context) * (1 - io));
}

function callbackShare(context: RuleContext): number {
  const inLoops = context.calls.filter(({ loop }) => loop !== undefined);
  const back = inLoops.filter(({ callees }) => callees.length > 0 && !callees.includes(context.function.id)).length;
  return context.expressions.length === 0 ? 0 : Math.min(0.3, (4 * back) / context.expressions.length);
}

/** Amdahl's law: what a speedup of the part gives for the whole, when the part takes `share` of the time. */
export function wholeProgramGain(speedup: Range3, share: number): Range3 {
  // Finer than it is shown: a summary adds up the time that many places save.
  const whole = (gain: number) => Math.round(1e4 / (1 - share + share / gain)) / 1e4;
  return { low: whole(speedup.low), mid: whole(speedup.mid), high: whole(speedup.high) };
}

/** Two decimals below ten, whole numbers above: more would claim what no estimate knows. */
export function round(value: number): number {
  return value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}
