import type { Expression, Statement } from "../../syntax";
import type { RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { runsOften, sameExpression, tripsEvidence } from "../patterns/loop-expressions";

const sequences = new Set(["builtins.list", "builtins.tuple"]);

/** `items = items + [x]` in a loop: each round copies what was gathered so far. */
export const rule = defineRule({
  id: "list-rebuilt-in-loop",
  code: "BE211",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const statement of context.statements) {
      const loop = context.loopAt(statement.start);
      if (loop === undefined || !runsOften(loop, context) || !rebuilds(statement, context)) continue;
      yield {
        range: statement,
        loop: loop.fact.index,
        message: "Each round copies everything gathered so far; append to one list, and make a tuple of it at the end where one is needed.",
        confidence: "high",
        evidence: [tripsEvidence(loop, context)],
        isFinding: true,
        part: 0.5,
      };
    }
  },
});

function rebuilds(statement: Statement, { typeName }: RuleContext): boolean {
  if (statement.kind === "augAssign") {
    // `+=` extends a list in place; a tuple is copied.
    return statement.operator === "+" && (statement.value.kind === "tuple" || typeName(statement.target) === "builtins.tuple");
  }
  if (statement.kind !== "assign" || statement.value.kind !== "binary" || statement.value.operator !== "+") return false;
  const [target] = statement.targets;
  const { left, right } = statement.value;
  if (target === undefined || target.kind !== "name" || !(sameExpression(left, target) || sameExpression(right, target))) return false;
  return isSequence(left, typeName) && isSequence(right, typeName);
}

function isSequence(expression: Expression, typeName: RuleContext["typeName"]): boolean {
  return expression.kind === "list" || expression.kind === "tuple" || sequences.has(typeName(expression) ?? "");
}
