import { type Expression, walkExpressions } from "../../syntax";
import type { LoopView } from "../contract";

/** Whether an expression means the same in every round of `loop`: it reads no name that the loop binds, and calls, awaits and yields nothing. */
export function isInvariant(expression: Expression, loop: LoopView): boolean {
  return walkExpressions(expression, (it) => {
    if (it.kind === "name") return loop.assigned.has(it.name) ? "stop" : undefined;
    return it.kind === "call" || it.kind === "await" || it.kind === "yield" || it.kind === "yieldFrom" || it.kind === "named"
      ? "stop"
      : undefined;
  });
}

/** Names read anywhere in an expression. */
export function namesRead(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  walkExpressions(expression, (it) => {
    if (it.kind === "name") names.add(it.name);
  });
  return names;
}
