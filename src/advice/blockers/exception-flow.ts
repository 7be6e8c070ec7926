import type { Blocker, RuleContext } from "../contract";

/** `try` inside a loop whose handler goes on: exceptions steer the loop. */
export function* findExceptionFlow({ statements, loopAt, lineOf }: RuleContext): Iterable<Blocker> {
  for (const statement of statements) {
    if (statement.kind !== "try" || statement.handlers.length === 0 || loopAt(statement.start) === undefined) continue;
    const goesOn = statement.handlers.some(({ body }) => !body.some(({ kind }) => kind === "raise"));
    if (goesOn)
      yield {
        code: "exception-as-control-flow",
        line: lineOf(statement.start),
        message: "An exception decides how the loop goes on; it becomes a Result or an Option at every step.",
      };
  }
}
