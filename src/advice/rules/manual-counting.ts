import type { Expression, Statement } from "../../syntax";
import { defineRule } from "../define-rule";
import { runsOften, sameExpression, tripsEvidence } from "../patterns/loop-expressions";

/** `counts[key] = counts.get(key, 0) + 1` as the whole body of a loop: collections.Counter counts in C. */
export const rule = defineRule({
  id: "manual-counting",
  code: "BE206",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const loop of context.loops) {
      const [only, ...others] = loop.body;
      if (only === undefined || others.length > 0 || !countsOne(only) || !runsOften(loop, context)) continue;
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        kind: "set-dict",
        message: "The loop only counts; collections.Counter does the same in C.",
        confidence: "high",
        evidence: [tripsEvidence(loop, context)],
        isFinding: true,
      };
    }
  },
});

function countsOne(statement: Statement): boolean {
  if (statement.kind === "augAssign") return statement.operator === "+" && statement.target.kind === "subscript" && isOne(statement.value);
  if (statement.kind !== "assign") return false;
  const [target] = statement.targets;
  const { value } = statement;
  if (target?.kind !== "subscript" || value.kind !== "binary" || value.operator !== "+" || !isOne(value.right)) return false;
  const { left } = value;
  if (left.kind !== "call" || left.callee.kind !== "attribute" || left.callee.name !== "get") return false;
  return sameExpression(left.callee.value, target.value);
}

function isOne(expression: Expression): boolean {
  return expression.kind === "constant" && expression.number === 1;
}
