import { defineRule } from "../define-rule";
import { isWorkUnseen } from "../patterns/unseen-work";

/** The loops call what source cannot follow, beside a library of native code or of waiting. */
export const rule = defineRule({
  id: "work-out-of-sight",
  code: "BE114",
  target: "keep",
  precedence: "specific",
  *check(context) {
    if (context.loops.length === 0 || !isWorkUnseen(context)) return;
    const { fact } = context.function;
    yield {
      range: fact.nameRange,
      message: `The time of ${fact.qualname} is spent in what it calls, which the source does not show, probably in native code or waiting; a profile tells.`,
      confidence: "low",
    };
  },
});
