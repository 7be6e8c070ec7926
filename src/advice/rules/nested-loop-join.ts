import type { Expression, Statement } from "../../syntax";
import type { LoopView } from "../contract";
import { defineRule } from "../define-rule";
import { isInvariant, namesRead } from "../patterns/invariance";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";

/** A loop in a loop that looks for the partner with an equal key: a dict finds it in one step. */
export const rule = defineRule({
  id: "nested-loop-join",
  code: "BE208",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const inner of context.loops) {
      const outer = inner.fact.parent === undefined ? undefined : context.loops[inner.fact.parent];
      const [only, ...others] = inner.body;
      if (outer === undefined || others.length > 0 || only?.kind !== "if" || only.orElse.length > 0) continue;
      if (inner.fact.iterable === undefined || !isInvariant(inner.fact.iterable, outer) || !comparesKeys(only, inner, outer)) continue;
      if (!runsOften(inner, context) || !runsOften(outer, context)) continue;
      yield {
        range: inner.fact,
        loop: inner.fact.index,
        kind: "set-dict",
        message:
          "For every item of the outer loop the inner one looks for the equal key; a dict of the inner items, built once, finds it in one step.",
        confidence: "high",
        evidence: [tripsEvidence(outer, context), tripsEvidence(inner, context)],
        isFinding: true,
      };
    }
  },
});

/** `a.key == b.key`: one side reads the inner item only, the other the outer item. */
function comparesKeys({ test }: Extract<Statement, { kind: "if" }>, inner: LoopView, outer: LoopView): boolean {
  if (test.kind !== "compare" || test.operators.length !== 1 || test.operators[0] !== "==") return false;
  const right = test.comparators[0];
  if (right === undefined) return false;
  const reads = (expression: Expression, loop: LoopView) => {
    const target = loop.fact.target;
    const bound = target === undefined ? new Set<string>() : namesRead(target);
    return [...namesRead(expression)].some((name) => bound.has(name));
  };
  const sides = [test.left, right] as const;
  return sides.some((side, index) => {
    const other = sides[1 - index] as Expression;
    return reads(side, inner) && !reads(side, outer) && reads(other, outer) && !reads(other, inner);
  });
}
