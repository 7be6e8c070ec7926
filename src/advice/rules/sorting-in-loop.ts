import { defineRule } from "../define-rule";
import { isInvariant } from "../patterns/invariance";
import { callsInLoops, receiverOf, runsOften, tripsEvidence } from "../patterns/loop-expressions";

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
      if (list === undefined || !isInvariant(list, inside) || !runsOften(inside, context)) continue;
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
  },
});
