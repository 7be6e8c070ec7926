import { defineRule } from "../define-rule";
import { isDataFrame } from "../patterns/data-frames";
import { receiverOf, runsOften, sameExpression, tripsEvidence } from "../patterns/loop-expressions";

/** A data frame that gets longer in every round: all rows are copied each time. */
export const rule = defineRule({
  id: "dataframe-grown-in-loop",
  code: "BE403",
  target: "stdlib",
  precedence: "evident",
  *check(context) {
    for (const statement of context.statements) {
      const loop = context.loopAt(statement.start);
      if (statement.kind !== "assign" || loop === undefined || !runsOften(loop, context)) continue;
      const [target] = statement.targets;
      const { value } = statement;
      if (target === undefined || value.kind !== "call") continue;
      const name = context.externalName(value.callee);
      const grows =
        (name === "pandas.concat" && feedsItself(value.args[0], target)) ||
        (name === "pandas.DataFrame.append" && sameExpression(receiverOf(value) ?? value, target));
      if (grows) yield finding(statement, loop.fact.index);
    }
    for (const statement of context.statements) {
      if (statement.kind !== "assign") continue;
      const loop = context.loopAt(statement.start);
      const [target] = statement.targets;
      if (loop === undefined || target?.kind !== "subscript" || target.value.kind !== "attribute" || target.value.name !== "loc") continue;
      const isEnd = target.index.kind === "call" && context.externalName(target.index.callee) === "builtins.len";
      if (isEnd && isDataFrame(target.value.value, context)) yield finding(statement, loop.fact.index);
    }

    function finding(range: { readonly start: number; readonly end: number }, index: number) {
      const loop = context.loops[index] as (typeof context.loops)[number];
      return {
        range: { start: range.start, end: range.end },
        loop: index,
        kind: "dataframe-concat" as const,
        message: "Each round copies all rows gathered so far; collect the parts in a list and make one frame after the loop.",
        confidence: "high" as const,
        evidence: [tripsEvidence(loop, context)],
        alternatives: ["polars" as const],
        isFinding: true,
      };
    }
  },
});

function feedsItself(parts: Parameters<typeof sameExpression>[0] | undefined, target: Parameters<typeof sameExpression>[1]): boolean {
  return (parts?.kind === "list" || parts?.kind === "tuple") && parts.elements.some((part) => sameExpression(part, target));
}
