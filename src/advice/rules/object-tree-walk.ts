import { findBlockers } from "../blockers/find-blockers";
import { defineRule } from "../define-rule";
import { selfCalls } from "../patterns/recursion";
import { classifyCode } from "../payoff/classify-code";

/** Below this nothing is felt. */
const leastShare = 0.01;

/** Recursion over a tree or graph of objects: attribute access and calls, hardly any arithmetic. */
export const rule = defineRule({
  id: "object-tree-walk",
  code: "BE608",
  target: "pyo3",
  precedence: "specific",
  *check(context) {
    const { function: node, functionHeat, share } = context;
    if (functionHeat.memoised === true || functionHeat.mix.python < 0.6 || share < leastShare || node.fact.isGenerator) return;
    const [first, ...others] = selfCalls(context);
    if (first === undefined || (others.length === 0 && first.loop === undefined) || classifyCode(context) !== "object-graph") return;
    const blockers = findBlockers(context);
    yield {
      range: node.fact.nameRange,
      kind: "object-graph",
      message:
        "It walks a tree of objects; mypyc compiles that as it stands, and Rust gains more only when the whole tree lives on its side.",
      confidence: blockers.length <= 2 ? "medium" : "low",
      blockers,
      evidence: [
        { message: `${others.length + 1} ${others.length === 0 ? "call" : "calls"} of itself`, line: context.lineOf(first.call.start) },
      ],
      alternatives: ["mypyc", "stdlib", "cython"],
      isFinding: true,
    };
  },
});
