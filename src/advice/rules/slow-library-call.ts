import type { DropInEntry } from "../../knowledge";
import type { Target } from "../contract";
import { defineRule } from "../define-rule";

/** Part of the function's work that the call must plausibly take. */
const compiledCores: ReadonlySet<DropInEntry["core"]> = new Set(["rust", "c", "c++", "cython"]);

/** Calls of a slow library that has a replacement with a native core. */
export const rule = defineRule({
  id: "slow-library-call",
  code: "BE501",
  target: "library",
  precedence: "specific",
  *check({ calls, knowledge, settings, loopAt, functionHeat }) {
    const told = new Set<string>();
    for (const { call, external, callees } of calls) {
      if (external === undefined || callees.length > 0 || external.startsWith("builtins.")) continue;
      const dropIn = knowledge.libraries.dropIn(external);
      if (dropIn === undefined || told.has(dropIn.to) || !compiledCores.has(dropIn.core) || !supports(dropIn, settings.python)) continue;
      if (loopAt(call.start) === undefined && functionHeat.frequency < 10) continue;
      told.add(dropIn.to);
      const target: Target = "library";
      yield {
        range: call,
        target,
        message: `${external} has a faster replacement with a native core: ${dropIn.to}.${dropIn.caveats[0] === undefined ? "" : ` ${dropIn.caveats[0]}`}`,
        confidence: dropIn.speedup.low >= 1.5 ? "high" : "medium",
        speedup: dropIn.speedup,
        sources: dropIn.sources,
        evidence: dropIn.caveats.slice(1).map((message) => ({ message })),
        isFinding: true,
        part: 0.5,
      };
    }
  },
});

/** Unknown versions are given the benefit of the doubt. */
function supports({ requiresPython }: DropInEntry, python: readonly [number, number] | undefined): boolean {
  const needed = /^(\d+)\.(\d+)$/.exec(requiresPython ?? "");
  if (needed === null || python === undefined) return true;
  return python[0] > Number(needed[1]) || (python[0] === Number(needed[1]) && python[1] >= Number(needed[2]));
}
