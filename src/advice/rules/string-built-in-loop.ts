import type { Expression, Statement } from "../../syntax";
import { defineRule } from "../define-rule";
import { runsOften, sameExpression, tripsEvidence } from "../patterns/loop-expressions";
import { partOfWork } from "../patterns/part-of-work";

const leastPart = 0.06;

/** `text += piece` or `text = text + piece` in a loop: each step may copy all that was built so far. */
export const rule = defineRule({
  id: "string-built-in-loop",
  code: "BE202",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const statement of context.statements) {
      const grown = grownBy(statement);
      if (grown === undefined) continue;
      const loop = context.loopAt(statement.start);
      if (loop === undefined || loop.fact.kind === "comprehension" || !runsOften(loop, context)) continue;
      const type = context.typeName(grown.target) ?? context.typeName(grown.value);
      if (type !== "builtins.str" && type !== "builtins.bytes") continue;
      yield {
        range: statement,
        loop: loop.fact.index,
        kind: "string-build",
        message: "Text grown step by step is copied again and again; collect the pieces in a list and join them once.",
        confidence: type === "builtins.bytes" ? "high" : "medium",
        evidence: [tripsEvidence(loop, context)],
        isFinding: true,
        part: 0.5,
        // In a corner of a long function it is worth a line, not the answer.
        precedence: partOfWork(statement, context) < leastPart ? "fallback" : undefined,
      };
    }
  },
});

/** What a statement makes longer at its end, and by what. */
function grownBy(statement: Statement): { readonly target: Expression; readonly value: Expression } | undefined {
  if (statement.kind === "augAssign") return statement.operator === "+" ? statement : undefined;
  if (statement.kind !== "assign") return undefined;
  const { targets, value } = statement;
  const [target] = targets;
  return target !== undefined && value.kind === "binary" && value.operator === "+" && sameExpression(firstOf(value), target)
    ? { target, value }
    : undefined;
}

/** The leftmost part of `a + b + c`. */
function firstOf(sum: Expression): Expression {
  return sum.kind === "binary" && sum.operator === "+" ? firstOf(sum.left) : sum;
}
