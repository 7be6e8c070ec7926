import type { Blocker, RuleContext } from "../contract";

/** Module-level names that the function rebinds. */
export function* findGlobalState({ statements, lineOf }: RuleContext): Iterable<Blocker> {
  for (const statement of statements) {
    if (statement.kind !== "global") continue;
    yield {
      code: "global-state",
      line: lineOf(statement.start),
      message: `It rebinds the module's ${statement.names.join(", ")}; compiled code has to receive and return the value instead.`,
    };
  }
}
