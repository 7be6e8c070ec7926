import type { Expression, Statement } from "../../syntax";
import type { RuleContext } from "../contract";
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
      if (only === undefined || others.length > 0 || !countsOne(only) || countsByPosition(only, context) || !runsOften(loop, context))
        continue;
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        message: "The loop only counts; collections.Counter does the same in C.",
        confidence: "high",
        evidence: [tripsEvidence(loop, context)],
        isFinding: true,
      };
    }
  },
});

function countsOne(statement: Statement): boolean {
  if (statement.kind === "if") return countsByMembership(statement);
  if (statement.kind === "augAssign") return statement.operator === "+" && statement.target.kind === "subscript" && isOne(statement.value);
  if (statement.kind !== "assign") return false;
  const [target] = statement.targets;
  const { value } = statement;
  if (target?.kind !== "subscript" || value.kind !== "binary" || value.operator !== "+" || !isOne(value.right)) return false;
  const { left } = value;
  if (left.kind === "subscript") return sameExpression(left.value, target.value) && sameExpression(left.index, target.index);
  if (left.kind !== "call" || left.callee.kind !== "attribute" || left.callee.name !== "get") return false;
  return sameExpression(left.callee.value, target.value);
}

/** Cells of a list or an array are no mapping: a Counter would make one of it. */
function countsByPosition(statement: Statement, { typeName }: RuleContext): boolean {
  const target = statement.kind === "augAssign" ? statement.target : statement.kind === "assign" ? statement.targets[0] : undefined;
  return target?.kind === "subscript" && positional.has(typeName(target.value) ?? "");
}

const positional: ReadonlySet<string> = new Set(["builtins.list", "builtins.bytearray", "array.array", "numpy.ndarray"]);

/** `if key in counts: counts[key] += 1` with `else: counts[key] = 1`, or the two the other way round. */
function countsByMembership({ test, body, orElse }: Extract<Statement, { kind: "if" }>): boolean {
  if (test.kind !== "compare" || body.length !== 1 || orElse.length !== 1) return false;
  const [operator] = test.operators;
  const [first, second] = [body[0] as Statement, orElse[0] as Statement];
  if (operator === "in") return countsOne(first) && startsAtOne(second);
  return operator === "not in" && startsAtOne(first) && countsOne(second);
}

function startsAtOne(statement: Statement): boolean {
  return statement.kind === "assign" && statement.targets[0]?.kind === "subscript" && isOne(statement.value);
}

function isOne(expression: Expression): boolean {
  return expression.kind === "constant" && expression.number === 1;
}
