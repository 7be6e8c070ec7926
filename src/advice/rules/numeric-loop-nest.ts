import { findBlockers } from "../blockers/find-blockers";
import type { AlternativeTarget, LoopView, RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { indexedByLoop, runsOften, tripsEvidence } from "../patterns/loop-expressions";
import { profileLoop } from "../patterns/operation-profile";

/** Arithmetic on numbers from lists, in nested loops or with much work in a round. */
export const rule = defineRule({
  id: "numeric-loop-nest",
  code: "BE602",
  target: "pyo3",
  precedence: "specific",
  *check(context) {
    for (const loop of context.loops) {
      if (loop.fact.depth !== 1 || !runsOften(loop, context) || touchesArrays(loop, context)) continue;
      const { arithmetic, subscripts, attributes, calls, bitwise, text, total } = profileLoop(loop, context);
      if (arithmetic < 2 || bitwise > arithmetic || text > 1) continue;
      if ((arithmetic + subscripts) / total < 0.5 || (calls + attributes) / total > 0.4) continue;
      const isNest = context.loops.some(({ fact }) => fact.parent === loop.fact.index);
      if (!isNest && arithmetic < 6) continue;
      const blockers = findBlockers(context);
      const vectorises = context.loops.some(
        ({ isInnermost, heat }) => isInnermost && (heat.dependence === "elementwise" || heat.dependence === "reduction"),
      );
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        kind: "numeric-loop",
        message: `${isNest ? "Nested loops do" : "The loop does"} arithmetic on Python numbers one by one; compiled, in Rust or by Numba, the same loops run without the interpreter${vectorises ? ", and NumPy can take over whole rows" : ""}.`,
        confidence: blockers.length <= 1 ? "high" : "medium",
        blockers,
        evidence: context.loops
          .filter(({ fact }) => within(fact, loop.fact))
          .slice(0, 3)
          .map((it) => tripsEvidence(it, context)),
        alternatives: (vectorises ? ["numpy", "numba", "mypyc"] : ["numba", "mypyc"]) satisfies AlternativeTarget[],
        paysFrom: "from some thousand rounds a call; a shorter call costs more at the boundary than it saves",
        isFinding: true,
      };
    }
  },
});

function touchesArrays(loop: LoopView, { typeName }: RuleContext): boolean {
  return indexedByLoop(loop).some(({ value }) => typeName(value)?.startsWith("numpy.") === true);
}

function within(inner: { readonly start: number; readonly end: number }, outer: { readonly start: number; readonly end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
