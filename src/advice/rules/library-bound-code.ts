import { defineRule } from "../define-rule";
import { isComputingCore } from "../patterns/computing-core";

/** The time is spent in Python code of libraries that the project does not own. */
export const rule = defineRule({
  id: "library-bound-code",
  code: "BE103",
  target: "keep",
  precedence: "decisive",
  *check(context) {
    const { function: node, heat, isMeasured } = context;
    if (heat.bound.kind !== "library" || (isMeasured && isComputingCore(context))) return;
    yield {
      range: node.fact.nameRange,
      message: "The time is spent inside Python libraries; rewriting their caller does not change that.",
      confidence: "medium",
      evidence: heat.bound.evidence.map((it) => ({ message: it })),
    };
  },
});
