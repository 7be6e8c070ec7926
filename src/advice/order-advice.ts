/** The order in which the answers of one place are given. */
import type { Advice } from "./contract";
import type { Precedence } from "./define-rule";
import { gainPerHour } from "./gain-per-hour";

export interface RatedAdvice {
  readonly advice: Advice;
  readonly precedence: Precedence;
}

const precedences: readonly Precedence[] = ["evident", "decisive", "specific", "generic", "fallback"];
const confidences = ["high", "medium", "low"] as const;

/**
 * Cold code is cold whatever it holds. Evident patterns come next; decisive reasons to keep leave only these two; specific patterns before
 * general ones, slight gains after moves that dwarf them, surer before less sure, then by gain for the whole
 * program per hour. A fallback speaks only when nothing else does. Of one rule only the best match stays.
 */
export function orderAdvice(found: readonly RatedAdvice[]): readonly Advice[] {
  const cold = found.filter(({ advice }) => advice.rule === "cold-code");
  const decisive = cold.length > 0 ? cold : found.filter(({ precedence }) => precedence === "evident" || precedence === "decisive");
  const isDecided = cold.length > 0 || decisive.some(({ precedence }) => precedence === "decisive");
  const told = found.filter(({ precedence }) => precedence !== "fallback");
  const candidates = withoutRepetition(isDecided ? decisive : told.length > 0 ? told : found);
  const ordered = [...candidates].sort(
    (a, b) =>
      place(a, candidates) - place(b, candidates) ||
      Number(isDwarfed(a, candidates)) - Number(isDwarfed(b, candidates)) ||
      confidences.indexOf(a.advice.confidence) - confidences.indexOf(b.advice.confidence) ||
      gainPerHour(wholeProgram(b.advice)) - gainPerHour(wholeProgram(a.advice)),
  );
  const seen = new Set<string>();
  return ordered.map(({ advice }) => advice).filter(({ rule, target }) => !seen.has(`${rule} ${target}`) && seen.add(`${rule} ${target}`));
}

/** What is dwarfed stands among the other patterns, however evident it is. */
function place(rated: RatedAdvice, candidates: readonly RatedAdvice[]): number {
  const isDemoted = rated.precedence === "evident" && isDwarfed(rated, candidates);
  return precedences.indexOf(isDemoted ? "specific" : rated.precedence);
}

/** Below this gain tidying up is slight. */
const slightGain = 2.5;
/** So many times as much has a move to gain beside it to come first. */
const dwarfing = 5;

/** A slight gain within Python, where moving the same place gains many times as much: it is worth doing, but it is not the answer. */
function isDwarfed({ advice, precedence }: RatedAdvice, candidates: readonly RatedAdvice[]): boolean {
  const gain = advice.speedup.mid;
  if (advice.target !== "stdlib" || gain >= slightGain) return false;
  const isOfAPattern = (it: RatedAdvice) => it.precedence === precedence || it.precedence === "specific";
  return candidates.some((it) => isOfAPattern(it) && it.advice.target === "pyo3" && it.advice.speedup.mid >= dwarfing * gain);
}

/** What holds for hot code in general adds nothing where a specific pattern asks for the same move. */
function withoutRepetition(candidates: readonly RatedAdvice[]): readonly RatedAdvice[] {
  const asked = new Set(candidates.filter(({ precedence }) => precedence === "specific").map(({ advice }) => advice.target));
  return candidates.filter(({ precedence, advice }) => precedence !== "generic" || !asked.has(advice.target));
}

function wholeProgram({ wholeProgram: gain, speedup, effort }: Advice): Parameters<typeof gainPerHour>[0] {
  return { speedup: { ...gain, basis: speedup.basis }, effort };
}
