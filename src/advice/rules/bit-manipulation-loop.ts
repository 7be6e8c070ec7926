import { findBlockers } from "../blockers/find-blockers";
import { defineRule } from "../define-rule";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";
import { profileLoop } from "../patterns/operation-profile";

const leastOperations = 3;

/** Shifts and masks in a loop: one machine instruction each, an object each in Python. */
export const rule = defineRule({
  id: "bit-manipulation-loop",
  code: "BE606",
  target: "pyo3",
  precedence: "specific",
  *check(context) {
    for (const loop of context.loops) {
      if (loop.fact.depth !== 1 || !runsOften(loop, context)) continue;
      const { bitwise, arithmetic, attributes, calls, total } = profileLoop(loop, context);
      if (bitwise < leastOperations || bitwise < arithmetic || (attributes + calls) / total > 0.4) continue;
      const blockers = findBlockers(context);
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        kind: "bit-manipulation",
        message:
          "The loop shifts and masks integers; each step is one instruction in compiled code and an object in Python. Look for a library first when it is a known checksum or code.",
        confidence: blockers.some(({ code }) => code === "big-integer") ? "medium" : "high",
        blockers,
        evidence: [tripsEvidence(loop, context)],
        alternatives: ["library", "numba", "numpy", "mypyc"],
        isFinding: true,
      };
    }
  },
});
