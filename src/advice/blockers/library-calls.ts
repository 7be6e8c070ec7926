import type { Blocker, RuleContext } from "../contract";

/** Calls into third-party Python packages from a loop: no counterpart comes along. */
export function* findLibraryCalls({ calls, knowledge, lineOf }: RuleContext): Iterable<Blocker> {
  const told = new Set<string>();
  for (const { call, loop, external } of calls) {
    const top = external?.split(".")[0];
    if (loop === undefined || external === undefined || top === undefined || top === "builtins" || told.has(top)) continue;
    if (knowledge.libraries.isStandardLibrary(top) || top === "numpy") continue;
    told.add(top);
    yield {
      code: "library-without-counterpart",
      line: lineOf(call.start),
      message: `${external} is called in the loop; it stays in Python unless a crate does the same.`,
    };
  }
}
