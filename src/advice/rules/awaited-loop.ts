import type { Expression } from "../../syntax";
import type { LoopView, RuleContext } from "../contract";
import { defineRule } from "../define-rule";

/** Each round of the loop waits for something outside the project's own code. */
export const rule = defineRule({
  id: "awaited-loop",
  code: "BE112",
  target: "keep",
  precedence: "decisive",
  *check(context) {
    const waiting = context.loops.find((loop) => waits(loop, context));
    if (waiting === undefined) return;
    yield {
      range: waiting.fact,
      loop: waiting.fact.index,
      message: `Each round of the loop in ${context.function.fact.qualname} awaits something: it waits, it does not compute. Let the waits overlap with asyncio.gather or a task group.`,
      confidence: "high",
    };
  },
});

function waits({ fact, expressions }: LoopView, context: RuleContext): boolean {
  if (fact.isAsync && fact.iterable !== undefined && !isOwn(fact.iterable, context)) return true;
  return expressions.some((it) => it.kind === "await" && !isOwn(it.value, context));
}

/** A coroutine or iterator of the project's own: awaiting it runs it, which may be computing. */
function isOwn(expression: Expression, { graph, function: node }: RuleContext): boolean {
  if (expression.kind === "call" && graph.calleesAt(node.id, expression).length > 0) return true;
  return graph.typeOf(node.id, expression)?.classId !== undefined;
}
