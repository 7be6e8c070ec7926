import { defineRule } from "../define-rule";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";

/** `text += piece` in a loop: each step may copy all that was built so far. */
export const rule = defineRule({
  id: "string-built-in-loop",
  code: "BE202",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const statement of context.statements) {
      if (statement.kind !== "augAssign" || statement.operator !== "+") continue;
      const loop = context.loopAt(statement.start);
      if (loop === undefined || loop.fact.kind === "comprehension" || !runsOften(loop, context)) continue;
      const type = context.typeName(statement.target) ?? context.typeName(statement.value);
      if (type !== "builtins.str" && type !== "builtins.bytes") continue;
      yield {
        range: statement,
        loop: loop.fact.index,
        kind: "string-build",
        message: "Text grown step by step is copied again and again; collect the pieces in a list and join them once.",
        confidence: type === "builtins.bytes" ? "high" : "medium",
        evidence: [tripsEvidence(loop, context)],
        isFinding: true,
        part: 0.5,
      };
    }
  },
});
