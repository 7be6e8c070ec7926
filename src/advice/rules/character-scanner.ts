import type { Expression } from "../../syntax";
import { findBlockers } from "../blockers/find-blockers";
import type { LoopView, RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";

const leastComparisons = 2;
const textTypes = new Set(["builtins.str", "builtins.bytes", "builtins.bytearray"]);
const characterTests = /^builtins\.(str|bytes)\.(isdigit|isalpha|isalnum|isspace|isupper|islower|isidentifier)$/;

/** A loop that looks at text character by character. */
export const rule = defineRule({
  id: "character-scanner",
  code: "BE605",
  target: "pyo3",
  precedence: "specific",
  *check(context) {
    for (const loop of context.loops) {
      if (loop.fact.kind === "comprehension" || loop.fact.depth > 1 || !runsOften(loop, context)) continue;
      if (countCharacterTests(loop, context) < leastComparisons || !walksText(loop, context)) continue;
      const blockers = findBlockers(context);
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        kind: "string-scan",
        message:
          "The loop looks at the text character by character; a regular expression or str method may do it in C, and a scanner moves to Rust in one piece.",
        confidence: blockers.length <= 2 ? "high" : "medium",
        blockers,
        evidence: [tripsEvidence(loop, context)],
        alternatives: ["stdlib", "mypyc", "library"],
        paysFrom: "from some hundred characters a call: text crosses as a view, the tokens have to be made",
        isFinding: true,
      };
    }
  },
});

/** Comparisons with one-character texts, and character tests. */
function countCharacterTests({ expressions }: LoopView, { externalName }: RuleContext): number {
  return expressions.filter((it) => {
    if (it.kind === "compare") return [it.left, ...it.comparators].some(isCharacters);
    return it.kind === "call" && characterTests.test(externalName(it.callee) ?? "");
  }).length;
}

function isCharacters(expression: Expression): boolean {
  if (expression.kind === "tuple" || expression.kind === "set" || expression.kind === "list")
    return expression.elements.length > 0 && expression.elements.every(isCharacters);
  return expression.kind === "constant" && (expression.type === "str" || expression.type === "bytes") && (expression.size ?? 9) <= 2;
}

/** Iterates over text, or indexes it by a name that the loop moves on. */
function walksText(loop: LoopView, { typeName }: RuleContext): boolean {
  const { iterable } = loop.fact;
  if (iterable !== undefined && textTypes.has(typeName(iterable) ?? "")) return true;
  if (iterable?.kind === "call" && iterable.callee.kind === "name" && iterable.callee.name === "enumerate") {
    const [first] = iterable.args;
    if (first !== undefined && textTypes.has(typeName(first) ?? "")) return true;
  }
  return loop.expressions.some(
    (it) =>
      it.kind === "subscript" &&
      it.index.kind !== "slice" &&
      it.index.kind === "name" &&
      loop.assigned.has(it.index.name) &&
      (typeName(it.value) === undefined || textTypes.has(typeName(it.value) ?? "")),
  );
}
