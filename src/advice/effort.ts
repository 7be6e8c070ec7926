/** Hours to carry out an advice: the range of the rule's entry is for a place of ordinary size; size, blockers and the team's Rust experience scale it. */
import { lineAt } from "../base";
import type { FunctionNode } from "../graph";
import type { Knowledge } from "../knowledge";
import type { AdviceSettings, AlternativeTarget, Blocker, Effort } from "./contract";

/** Lines of the function that an entry's hours are meant for. */
const ordinaryLines = 30;
/** Each thing in the way adds this part of the hours. */
const hoursPerBlocker = 0.2;

export function estimateEffort(
  base: Effort,
  target: AlternativeTarget,
  place: { readonly function: FunctionNode; readonly blockers: readonly Blocker[] },
  { knowledge, settings }: { readonly knowledge: Knowledge; readonly settings: AdviceSettings },
): Effort {
  if (target === "keep") return { lowHours: 0, highHours: 0 };
  const { file, fact } = place.function;
  const lines = lineAt(file.lineStarts, fact.end) - lineAt(file.lineStarts, fact.start) + 1;
  // A function twice as long takes less than twice the time: tests, build and review are shared.
  const size = Math.min(5, Math.max(0.5, (lines / ordinaryLines) ** 0.7));
  const kinds = new Set(place.blockers.map(({ code }) => code)).size;
  const factor = size * (1 + hoursPerBlocker * kinds) * (needsRust(target) ? learningFactor(knowledge, settings) : 1);
  return { lowHours: hours(base.lowHours * factor), highHours: hours(base.highHours * factor) };
}

/** Whether the hours grow with inexperience in Rust. */
export function needsRust(target: AlternativeTarget): boolean {
  return target === "pyo3";
}

/** How much longer the team takes than one that is fluent. */
function learningFactor(knowledge: Knowledge, settings: AdviceSettings): number {
  return knowledge.framework.learningPhases.find(({ id }) => id === settings.rustExperience)?.effortFactor ?? 1;
}

function hours(value: number): number {
  return value < 1 ? Math.round(value * 10) / 10 : value < 10 ? Math.round(value * 2) / 2 : Math.round(value);
}
