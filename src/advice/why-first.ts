/** Why an advice names its target before the alternatives, or that one of them gains more for the effort. */
import type { Alternative, AlternativeTarget, Effort, Evidence, Speedup } from "./contract";
import { gainPerHour } from "./gain-per-hour";
import { startOfSentence, targetWords } from "./target-words";

interface Way {
  readonly target: AlternativeTarget;
  readonly speedup: Speedup;
  readonly effort: Effort;
}

/** Below this an alternative is no reason to do anything else. */
const worthMention = 1.5;

/** One sentence about the alternative that gains most for its effort; none where there is nothing to compare. */
export function whyFirst(first: Way, alternatives: readonly Alternative[]): readonly Evidence[] {
  const next = alternatives.find(({ speedup }) => speedup.mid >= worthMention);
  if (next === undefined || first.target === "keep") return [];
  const [mine, other] = [figures(first), figures(next)];
  const message =
    gainPerHour(first) >= gainPerHour(next)
      ? `${startOfSentence(first.target)} comes before ${targetWords[next.target]} because it gains more for the effort: ${mine} against ${other}.`
      : first.speedup.mid > next.speedup.mid
        ? `${startOfSentence(next.target)} gains more for the effort (${other}); ${targetWords[first.target]} is named first because it gains more in the end (${mine}).`
        : `${startOfSentence(next.target)} gains as much for less (${other} against ${mine}): try it first where it fits.`;
  return [{ message }];
}

function figures({ speedup, effort }: Way): string {
  const hours = effort.lowHours === effort.highHours ? `${effort.lowHours}` : `${effort.lowHours} to ${effort.highHours}`;
  return `about ${Number(speedup.mid.toPrecision(2))}x in ${hours} h`;
}
