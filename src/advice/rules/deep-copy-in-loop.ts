import { defineRule } from "../define-rule";
import { callsInLoops, runsOften, tripsEvidence } from "../patterns/loop-expressions";

/** copy.deepcopy in every round: it walks all objects in Python. */
export const rule = defineRule({
  id: "deep-copy-in-loop",
  code: "BE209",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const { call, external, inside } of callsInLoops(context)) {
      if (external !== "copy.deepcopy" || !runsOften(inside, context)) continue;
      yield {
        range: call,
        loop: inside.fact.index,
        message: "deepcopy walks every object in Python; copy only what changes, by a slice, dict.copy() or dataclasses.replace.",
        confidence: "high",
        evidence: [tripsEvidence(inside, context)],
        isFinding: true,
        part: 0.6,
        // Where Python code of libraries is what the time goes to, this very call is it.
        precedence: context.heat.bound.kind === "library" ? "evident" : undefined,
      };
    }
  },
});
