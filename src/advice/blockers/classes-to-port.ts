import type { Blocker, RuleContext } from "../contract";

/** Project classes whose instances the code works on: they move along, or every attribute access crosses the boundary. */
export function* findClassesToPort(context: RuleContext): Iterable<Blocker> {
  const lines = new Map<number, number>();
  for (const expression of context.expressions) {
    if (expression.kind !== "attribute") continue;
    const type = context.graph.typeOf(context.function.id, expression.value);
    if (type?.classId !== undefined && !lines.has(type.classId)) lines.set(type.classId, context.lineOf(expression.start));
  }
  if (lines.size === 0) return;
  const names = [...lines.keys()].map((id) => context.graph.classes[id]?.fact.name ?? "").filter((name) => name !== "");
  const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : "");
  yield {
    code: "classes-to-port",
    line: Math.min(...lines.values()),
    message: `Instances of ${shown} are used inside; they have to move along, or each access crosses the boundary.`,
  };
}
