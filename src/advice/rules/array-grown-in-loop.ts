import type { CallExpression, Expression } from "../../syntax";
import { defineRule } from "../define-rule";
import { runsOften, sameExpression, tripsEvidence } from "../patterns/loop-expressions";

const joins = new Set(["numpy.append", "numpy.concatenate", "numpy.vstack", "numpy.hstack", "numpy.insert", "numpy.column_stack"]);

/** A NumPy array that gets longer in every round: all elements are copied each time. */
export const rule = defineRule({
  id: "array-grown-in-loop",
  code: "BE302",
  target: "numpy",
  precedence: "evident",
  *check(context) {
    for (const statement of context.statements) {
      const loop = context.loopAt(statement.start);
      if (statement.kind !== "assign" || statement.value.kind !== "call" || loop === undefined || !runsOften(loop, context)) continue;
      const [target] = statement.targets;
      if (target === undefined || !joins.has(context.externalName(statement.value.callee) ?? "")) continue;
      if (!takesItself(statement.value, target)) continue;
      yield {
        range: statement,
        loop: loop.fact.index,
        message: "Each round copies all elements gathered so far; collect them in a list, or fill an array of the final size.",
        confidence: "high",
        evidence: [tripsEvidence(loop, context)],
        isFinding: true,
      };
    }
  },
});

/** `a = np.append(a, x)`, `a = np.concatenate([a, b])`. */
function takesItself({ args: [first] }: CallExpression, target: Expression): boolean {
  if (first === undefined) return false;
  const parts = first.kind === "list" || first.kind === "tuple" ? first.elements : [first];
  return parts.some((part) => sameExpression(part, target));
}
