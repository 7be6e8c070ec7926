import type { Blocker, RuleContext } from "../contract";

/** Suspended functions have no direct counterpart: they become an iterator class with its state spelt out. */
export function* findGenerators({ function: { fact }, expressions, lineOf }: RuleContext): Iterable<Blocker> {
  if (!fact.isGenerator) return;
  const at = expressions.find(({ kind }) => kind === "yield" || kind === "yieldFrom");
  yield {
    code: "generator",
    line: lineOf(at?.start ?? fact.nameRange.start),
    message: "A generator becomes a class with its state written out, or hands over whole lists.",
  };
}
