import { findBlockers } from "../blockers/find-blockers";
import { defineRule } from "../define-rule";
import { selfCalls } from "../patterns/recursion";
import { classifyCode } from "../payoff/classify-code";

/** A function that calls itself from a loop or several times: backtracking, search, divide and conquer. */
export const rule = defineRule({
  id: "recursive-search",
  code: "BE603",
  target: "pyo3",
  precedence: "specific",
  *check(context) {
    const { function: node, functionHeat } = context;
    if (functionHeat.memoised === true || functionHeat.mix.python < 0.6) return;
    const calls = selfCalls(context);
    const first = calls[0];
    const isBranching = calls.length >= 2 || calls.some(({ loop }) => loop !== undefined);
    if (first === undefined || !isBranching) return;
    const blockers = findBlockers(context);
    const isWalk = blockers.some(({ code }) => code === "classes-to-port" || code === "dynamic-attribute");
    // Object trees gain little and belong to the general advice.
    if (isWalk || classifyCode(context) === "object-graph") return;
    yield {
      range: node.fact.nameRange,
      kind: "recursion",
      message: `${node.fact.qualname} searches by calling itself; each call costs far more in the interpreter than the step it makes. Prune or cache first, then move the whole search in one piece.`,
      confidence: blockers.length <= 1 ? "high" : "medium",
      blockers,
      evidence: [{ message: `${calls.length} ${calls.length === 1 ? "call" : "calls"} of itself`, line: context.lineOf(first.call.start) }],
      alternatives: ["stdlib", "numba", "mypyc"],
      isFinding: true,
    };
  },
});
