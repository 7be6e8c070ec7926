import type { Expression } from "../../syntax";
import type { LoopView, RuleContext } from "../contract";
import { defineRule, type RuleMatch } from "../define-rule";
import { isCalledOften } from "../patterns/called-often";
import { isInvariant } from "../patterns/invariance";
import { callsInLoops, receiverOf, runsOften, sameExpression, tripsEvidence } from "../patterns/loop-expressions";
import { partOfWork } from "../patterns/part-of-work";

/** A list that is sorted again in every round although it only grew or lost a little. */
export const rule = defineRule({
  id: "sorting-in-loop",
  code: "BE204",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const { call, external, inside } of callsInLoops(context)) {
      if (external !== "builtins.list.sort") continue;
      const list = receiverOf(call);
      if (list === undefined || !(isInvariant(list, inside) || isTrimmed(list, inside)) || !runsOften(inside, context)) continue;
      yield {
        range: call,
        loop: inside.fact.index,
        kind: "sorting",
        message: "The list is sorted again in every round; keep it in order with bisect.insort, use a heap, or sort once after the loop.",
        confidence: "medium",
        evidence: [tripsEvidence(inside, context)],
        isFinding: true,
        part: 0.7,
      };
    }
    yield* heldLists(context);
  },
});

/** A method that does much more than that is about something else. */
const leastPart = 0.1;

/** A list that an object keeps, sorted in a method that adds to it and is called again and again. */
function* heldLists(context: RuleContext): Iterable<RuleMatch> {
  for (const { call, external, loop } of context.calls) {
    const list = receiverOf(call);
    if (loop !== undefined || external !== "builtins.list.sort" || list?.kind !== "attribute") continue;
    const grows = context.calls.some(({ call: other, external: name }) => {
      const receiver = receiverOf(other);
      return name === "builtins.list.append" && receiver !== undefined && sameExpression(receiver, list);
    });
    if (!grows || partOfWork(call, context) < leastPart || !isCalledOften(context.function.id, context)) continue;
    yield {
      range: call,
      kind: "sorting",
      message:
        "The list is sorted again at every addition; keep it in order with bisect.insort, or use a heap where only the smallest is wanted.",
      confidence: "medium",
      isFinding: true,
      part: 0.7,
    };
  }
}

/** The loop gives the list no other value than a part of itself: `best = best[:k]`. */
function isTrimmed(list: Expression, { body, fact }: LoopView): boolean {
  if (list.kind !== "name" || (fact.target !== undefined && fact.target.kind === "name" && fact.target.name === list.name)) return false;
  const bindings = body.filter(
    (statement) => statement.kind === "assign" && statement.targets.some((target) => target.kind === "name" && target.name === list.name),
  );
  return (
    bindings.length > 0 &&
    bindings.every(
      (statement) => statement.kind === "assign" && statement.value.kind === "subscript" && sameExpression(statement.value.value, list),
    )
  );
}
