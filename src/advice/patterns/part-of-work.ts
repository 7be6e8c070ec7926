import type { TextRange } from "../../base";
import type { RuleContext } from "../contract";

/**
 * Part of a function's expressions that stand in a range, each counted as often as its loops run: 0..1. Tells a pattern that is what the
 * function does from one in a corner of it.
 */
export function partOfWork(range: TextRange, { expressions, loopAt }: RuleContext): number {
  let all = 0;
  let inside = 0;
  for (const { start, end } of expressions) {
    const rounds = loopAt(start)?.heat.iterations ?? 1;
    all += rounds;
    if (start >= range.start && end <= range.end) inside += rounds;
  }
  return all === 0 ? 0 : inside / all;
}
