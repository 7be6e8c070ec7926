import type { RuleContext } from "../contract";

/** Calls of the function to itself. */
export function selfCalls(context: RuleContext): RuleContext["calls"] {
  return context.calls.filter(({ callees }) => callees.includes(context.function.id));
}
