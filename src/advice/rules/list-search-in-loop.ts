import { defineRule } from "../define-rule";
import { isInvariant } from "../patterns/invariance";
import { callsInLoops, receiverOf, runsOften, tripsEvidence } from "../patterns/loop-expressions";

const remedies: Readonly<Record<string, string>> = {
  "builtins.list.index": "a dict from element to position finds it in one step",
  "builtins.list.count": "collections.Counter counts all of them in one pass",
  "builtins.list.remove": "a set or dict takes one out in one step, and a new list without them takes one pass",
};

/** `items.index(x)`, `.count(x)` or `.remove(x)` in a loop: each call looks through the list. */
export const rule = defineRule({
  id: "list-search-in-loop",
  code: "BE210",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const { call, external, inside } of callsInLoops(context)) {
      const remedy = remedies[external ?? ""];
      const list = receiverOf(call);
      const [wanted] = call.args;
      if (remedy === undefined || list === undefined || wanted === undefined || call.args.length > 1) continue;
      // A fixed element is a question for the loop-invariant rule, a list made anew in each round is another list.
      if (!isInvariant(list, inside) || isInvariant(wanted, inside) || !runsOften(inside, context)) continue;
      yield {
        range: call,
        loop: inside.fact.index,
        message: `Each call looks through the list from its start; ${remedy}.`,
        confidence: "high",
        evidence: [tripsEvidence(inside, context)],
        isFinding: true,
        part: 0.5,
      };
    }
  },
});
