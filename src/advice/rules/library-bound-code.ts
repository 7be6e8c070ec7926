import { defineRule } from "../define-rule";

/** The time is spent in Python code of libraries that the project does not own. */
export const rule = defineRule({
  id: "library-bound-code",
  code: "BE103",
  target: "keep",
  precedence: "decisive",
  *check({ function: node, heat }) {
    if (heat.bound.kind !== "library") return;
    yield {
      range: node.fact.nameRange,
      message: "The time is spent inside Python libraries; rewriting their caller does not change that.",
      confidence: "medium",
      evidence: heat.bound.evidence.map((it) => ({ message: it })),
    };
  },
});
