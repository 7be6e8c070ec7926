import type { Expression } from "../../syntax";
import type { RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { isInvariant } from "../patterns/invariance";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";

/** A display with so few elements is as fast as a set. */
const shortDisplay = 8;

/** `x in items` in a loop, `items` being a list: each test looks at every element. */
export const rule = defineRule({
  id: "list-membership-in-loop",
  code: "BE201",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const expression of context.expressions) {
      if (expression.kind !== "compare") continue;
      const at = expression.operators.findIndex((operator) => operator === "in" || operator === "not in");
      const searched = expression.comparators[at];
      const loop = context.loopAt(expression.start);
      if (searched === undefined || loop === undefined || !isLongList(searched, context)) continue;
      if (!isInvariant(searched, loop) || !runsOften(loop, context)) continue;
      yield {
        range: expression,
        loop: loop.fact.index,
        kind: "set-dict",
        message: "Each test looks through the whole list; make a set of it once, before the loop.",
        confidence: "high",
        evidence: [tripsEvidence(loop, context)],
        isFinding: true,
        part: 0.5,
      };
    }
  },
});

function isLongList(expression: Expression, { typeName }: RuleContext): boolean {
  if (expression.kind === "list" || expression.kind === "tuple") return expression.elements.length > shortDisplay;
  return expression.kind !== "constant" && typeName(expression) === "builtins.list";
}
