import { defineRule } from "../define-rule";

/** Each round of the loop waits. */
export const rule = defineRule({
  id: "awaited-loop",
  code: "BE112",
  target: "keep",
  precedence: "decisive",
  *check({ function: node, loops }) {
    const waiting = loops.find(({ fact, expressions }) => fact.isAsync || expressions.some(({ kind }) => kind === "await"));
    if (waiting === undefined) return;
    yield {
      range: waiting.fact,
      loop: waiting.fact.index,
      message: `Each round of the loop in ${node.fact.qualname} awaits something: it waits, it does not compute. Let the waits overlap with asyncio.gather or a task group.`,
      confidence: "high",
    };
  },
});
