import type { Expression } from "../../syntax";
import type { RuleContext } from "../contract";
import { defineRule, type RuleMatch } from "../define-rule";
import { isCalledOften } from "../patterns/called-often";
import { callsInLoops, isWholeNumber, receiverOf, runsOften, sameExpression, tripsEvidence } from "../patterns/loop-expressions";
import { partOfWork } from "../patterns/part-of-work";

/** `items.pop(0)` or `items.insert(0, x)` in a loop: every element moves. */
export const rule = defineRule({
  id: "list-used-as-queue",
  code: "BE205",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const { call, external, inside } of callsInLoops(context)) {
      const isQueue = external === "builtins.list.pop" || external === "builtins.list.insert";
      if (!isQueue || !isWholeNumber(call.args[0], 0) || !runsOften(inside, context)) continue;
      if (isIndexed(receiverOf(call), context) || isKeptShort(receiverOf(call), context)) continue;
      yield {
        range: call,
        loop: inside.fact.index,
        message: "Taking from or adding to the front moves every element of the list; collections.deque does it in one step.",
        confidence: "high",
        evidence: [tripsEvidence(inside, context)],
        isFinding: true,
        part: 0.4,
      };
    }
    yield* heldQueues(context);
  },
});

/** Where a method does much more than take an element, the list is probably short beside that. */
const leastPart = 0.2;

/** A list that an object keeps, in a method that is called again and again: `return self.items.pop(0)`. */
function* heldQueues(context: RuleContext): Iterable<RuleMatch> {
  for (const { call, external, loop } of context.calls) {
    const isQueue = external === "builtins.list.pop" || external === "builtins.list.insert";
    const list = receiverOf(call);
    if (loop !== undefined || !isQueue || !isWholeNumber(call.args[0], 0) || list?.kind !== "attribute") continue;
    if (isIndexed(list, context) || isKeptShort(list, context)) continue;
    if (partOfWork(call, context) < leastPart || !isCalledOften(context.function.id, context)) continue;
    yield {
      range: call,
      message:
        "Each call takes from or adds to the front of a list, which moves every element; collections.deque does it in one step, heapq where the smallest is wanted.",
      confidence: "medium",
      isFinding: true,
      part: 0.4,
    };
  }
}

/** A deque is slow to index: a list that is also read by position, or reached by a bound method only, stays one. */
function isIndexed(list: Expression | undefined, { expressions }: RuleContext): boolean {
  return list === undefined || expressions.some((it) => it.kind === "subscript" && sameExpression(it.value, list));
}

/** Timed: to move a hundred elements takes less than the call that does it. */
const shortList = 100;

/** The last few of something: `if len(window) > 3: window.pop(0)`. */
function isKeptShort(list: Expression | undefined, { expressions, externalName }: RuleContext): boolean {
  const isLength = (it: Expression) =>
    list !== undefined &&
    it.kind === "call" &&
    externalName(it.callee) === "builtins.len" &&
    it.args[0] !== undefined &&
    sameExpression(it.args[0], list);
  return expressions.some(
    (it) =>
      it.kind === "compare" &&
      /^(>=?|==)$/.test(it.operators[0] ?? "") &&
      isLength(it.left) &&
      it.comparators[0]?.kind === "constant" &&
      (it.comparators[0].number ?? 0) > 0 &&
      (it.comparators[0].number ?? shortList) < shortList,
  );
}
