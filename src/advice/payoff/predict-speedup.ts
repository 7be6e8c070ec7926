/**
 * Speedup of moving a kind of hot code to a target: the figures of `knowledge/payoff.yaml` for the pair, held back by what cannot
 * move (native and waiting parts stay as they are) and by the boundary (each call back into Python costs about what it cost before).
 * The only place where advice gets a figure from, beside what a rule's own entry cites.
 */
import type { Knowledge } from "../../knowledge";
import type { Range3, RuleContext, Speedup } from "../contract";
import type { CodeKind } from "../define-rule";

export interface MoveFeatures {
  readonly kind: CodeKind;
  /** Share of the code's own time that stays where it is, 0..1. */
  readonly staying: number;
}

export interface Prediction {
  readonly speedup: Speedup;
  readonly sources: readonly string[];
}

/** Undefined when nothing is known of the pair, not even for code in general. */
export function predictSpeedup(features: MoveFeatures, target: string, knowledge: Knowledge): Prediction | undefined {
  const entry =
    knowledge.payoff.find((it) => it.kind === features.kind && it.target === target) ??
    knowledge.payoff.find((it) => it.kind === "generic" && it.target === target);
  if (entry === undefined) return undefined;
  const held = (gain: number) => round(1 / (features.staying + (1 - features.staying) / gain));
  const kept =
    features.staying >= 0.05 ? ` About ${Math.round(features.staying * 100)} % of this code's time stays in Python or native code.` : "";
  return {
    speedup: { low: held(entry.low), mid: held(entry.mid), high: held(entry.high), basis: `${entry.basis}${kept} [${entry.id}]` },
    sources: entry.sources,
  };
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
  const whole = (gain: number) => round(1 / (1 - share + share / gain));
  return { low: whole(speedup.low), mid: whole(speedup.mid), high: whole(speedup.high) };
}

/** Two significant digits: more would claim what no estimate knows. */
export function round(value: number): number {
  return value < 10 ? Math.round(value * 100) / 100 : Math.round(value);
}
