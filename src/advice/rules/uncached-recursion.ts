import { walkExpressions } from "../../syntax";
import type { RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { selfCalls } from "../patterns/recursion";

/** A pure function of small numbers that calls itself twice or more: the same answers are worked out again and again. */
export const rule = defineRule({
  id: "uncached-recursion",
  code: "BE207",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    const { function: node, functionHeat, statements } = context;
    const calls = selfCalls(context);
    if (calls.length < 2 || functionHeat.memoised === true || node.fact.ownerClass !== undefined || context.loops.length > 0) return;
    if (!calls.every(({ call }) => call.args.length > 0 && call.args.some(isReduced))) return;
    if (!statements.every(({ kind }) => kind === "if" || kind === "return" || kind === "expression") || !readsOnlyParameters(context))
      return;
    yield {
      range: node.fact.nameRange,
      message: `${node.fact.qualname} works out the same values again and again; functools.cache keeps them, which changes the algorithm and gains more than any language.`,
      confidence: "high",
      isFinding: true,
    };
  },
});

/** `n - 1`, `n // 2`. */
function isReduced(expression: RuleContext["expressions"][number]): boolean {
  return (
    expression.kind === "binary" && (expression.operator === "-" || expression.operator === "//") && expression.right.kind === "constant"
  );
}

function readsOnlyParameters({ function: node, statements, parameters }: RuleContext): boolean {
  return statements.every((statement) => {
    if (statement.kind === "expression") return statement.value.kind === "constant";
    const expression = statement.kind === "return" ? statement.value : statement.kind === "if" ? statement.test : undefined;
    if (expression === undefined) return true;
    return walkExpressions(expression, (it) => {
      if (it.kind === "subscript" || it.kind === "attribute" || it.kind === "listComp" || it.kind === "generator") return "stop";
      return it.kind === "name" && !parameters.has(it.name) && it.name !== node.fact.name ? "stop" : undefined;
    });
  });
}
