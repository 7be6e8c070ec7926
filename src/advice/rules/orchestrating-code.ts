import { defineRule } from "../define-rule";

/** Part of the calls that go to the project's own code. */
const mostlyOwn = 0.5;
const leastCalls = 3;
/** Expressions per call: code that does more with what comes back works by itself. */
const mostExpressions = 9;

/** Code that mostly calls other code of the project: its own part is small, and the work is where it calls to. */
export const rule = defineRule({
  id: "orchestrating-code",
  code: "BE113",
  target: "keep",
  precedence: "fallback",
  *check({ function: node, calls, expressions, graph, lineOf }) {
    const own = calls.filter(({ callees }) => callees.length > 0 && !callees.includes(node.id));
    if (own.length < leastCalls || own.length < mostlyOwn * calls.length || expressions.length > mostExpressions * own.length) return;
    const names = [...new Set(own.flatMap(({ callees }) => callees).map((id) => graph.functions[id]?.fact.qualname ?? ""))];
    yield {
      range: node.fact.nameRange,
      message: `It mostly calls other code of the project (${names.slice(0, 3).join(", ")}); moved alone it would cross back into Python at each call.`,
      confidence: "medium",
      blockers: own.slice(0, 3).map(({ call }) => ({
        code: "callback-into-python",
        line: lineOf(call.start),
        message: "Calls code that stays in Python.",
      })),
    };
  },
});
