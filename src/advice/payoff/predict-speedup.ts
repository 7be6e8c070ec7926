/**
 * Speedup of moving a kind of hot code to a target: the figures of `knowledge/payoff.yaml` for the pair, held back by what cannot
 * move (native and waiting parts stay as they are) and by the boundary (each call back into Python costs about what it cost before;
 * arguments that are lists are converted element by element).
 * The only place where advice gets a figure from, beside what a rule's own entry cites.
 */
import type { Knowledge, PayoffEntry } from "../../knowledge";
import type { Range3, RuleContext, Speedup } from "../contract";
import type { CodeKind } from "../define-rule";
import type { Boundary } from "./estimate-boundary";

export interface MoveFeatures {
  readonly kind: CodeKind;
  /** Share of the code's own time that stays where it is, 0..1. */
  readonly staying: number;
  /** What handing over the arguments costs; undefined where nothing is handed over. */
  readonly boundary?: Boundary;
}

/** They take only code of certain kinds: without a figure for the kind, one for code in general would mislead. */
const specialTargets: ReadonlySet<string> = new Set(["numpy", "numba", "polars"]);
/** Targets that work on machine values: lists are converted for them. mypyc and Cython can leave them as they are. */
const convertingTargets: ReadonlySet<string> = new Set(["pyo3", "numba", "numpy"]);
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
  const crossing = convertingTargets.has(target) ? features.boundary : undefined;
  const held = (gain: number) => round(1 / (features.staying + (1 - features.staying) / gain + (crossing?.share ?? 0)));
  const kept = features.staying >= notable ? ` About ${percent(features.staying)} of this code's time stays in Python or native code.` : "";
  const basis = `${entry.basis}${kept}${crossing === undefined ? "" : boundaryWords(crossing)} [${entry.id}]`;
  return {
    speedup: { low: held(entry.low), mid: held(entry.mid), high: held(entry.high), basis },
    sources: entry.sources,
  };
}

function figureFor(kind: CodeKind, target: string, knowledge: Knowledge): PayoffEntry | undefined {
  if (kind === "generic" && specialTargets.has(target)) return undefined;
  return knowledge.payoff.find((it) => it.kind === kind && it.target === target);
}

function boundaryWords({ share, elements, converted }: Boundary): string {
  if (share < notable) return "";
  const what = converted.length === 0 ? "Each call across the boundary" : `Converting ${converted.slice(0, 3).join(", ")}`;
  const size = elements >= 2 ? ` (about ${Math.round(elements).toLocaleString("en")} elements a call)` : "";
  return ` ${what}${size} costs about ${percent(share)} of what the code costs today.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What of a function's own time cannot move: native work, waiting, and calls back into Python from its loops. */
export function stayingShare(context: RuleContext): number {
  const { native, io } = context.functionHeat.mix;
  const inLoops = context.calls.filter(({ loop }) => loop !== undefined);
  const back = inLoops.filter(({ callees }) => callees.length > 0 && !callees.includes(context.function.id)).length;
  const callbacks = context.expressions.length === 0 ? 0 : Math.min(0.3, (4 * back) / context.expressions.length);
  return Math.min(0.95, native + io + callbacks * (1 - native - io));
}

/** Amdahl's law: what a speedup of the part gives for the whole, when the part takes `share` of the time. */
export function wholeProgramGain(speedup: Range3, share: number): Range3 {
  // Finer than it is shown: a summary adds up the time that many places save.
  const whole = (gain: number) => Math.round(1e4 / (1 - share + share / gain)) / 1e4;
  return { low: whole(speedup.low), mid: whole(speedup.mid), high: whole(speedup.high) };
}

/** Two significant digits: more would claim what no estimate knows. */
export function round(value: number): number {
  return value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}
