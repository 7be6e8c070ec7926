import type { RuleContext } from "../contract";

const steps = /^re\.((Pattern\.)?(match|fullmatch)|Match\..*)$/;
const anchored = /^re\.(Pattern\.)?(match|fullmatch)$/;

/**
 * Whether all native code that the function calls are short steps of a scanner: patterns matched where it stands, and what the matches hold.
 * Much of that time is the interpreter's, which starts each step; a scanner moves as a whole, with its patterns. Searching and replacing in
 * whole texts is another matter: there the engine works by itself.
 */
export function matchesInSteps({ calls, knowledge: { libraries } }: RuleContext): boolean {
  const native = calls.flatMap(({ external }) => {
    const entry = external === undefined || external.startsWith("builtins.") ? undefined : libraries.find(external);
    return entry?.time === "native" && entry.moves !== true ? [external as string] : [];
  });
  return native.some((name) => anchored.test(name)) && native.every((name) => steps.test(name));
}
