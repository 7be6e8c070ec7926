import type { DropInEntry } from "../../knowledge";
import type { RuleContext, Target } from "../contract";
import { defineRule } from "../define-rule";

/** A replacement is worth a word beside what the project waits for only where much of the time goes. */
const leastShare = 0.1;
const compiledCores: ReadonlySet<DropInEntry["core"]> = new Set(["rust", "c", "c++", "cython"]);

/** Calls of a slow library that has a replacement with a native core. */
export const rule = defineRule({
  id: "slow-library-call",
  code: "BE501",
  target: "library",
  precedence: "specific",
  *check(context) {
    const { calls, knowledge, settings, loopAt, functionHeat } = context;
    const told = new Set<string>();
    for (const { call, external, callees } of calls) {
      if (external === undefined || callees.length > 0 || external.startsWith("builtins.")) continue;
      const [preferred, ...others] = knowledge.libraries.dropInsFor(external);
      if (preferred === undefined || !compiledCores.has(preferred.core)) continue;
      const dropIn = [preferred, ...others].find((it) => compiledCores.has(it.core) && supports(it, settings.python)) ?? preferred;
      if (told.has(dropIn.to)) continue;
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
        evidence: [...dropIn.caveats.slice(1), ...olderReleases(dropIn, settings.python)].map((message) => ({ message })),
        isFinding: true,
        part: 0.5,
        // Where native code or a library is what the time goes to, this very call is it.
        precedence: isTheBottleneck(context, dropIn) && loopAt(call.start) !== undefined ? "evident" : undefined,
      };
    }
  },
});

/** The function's time is spent in libraries, not in waiting, and the replacement is surely faster. */
function isTheBottleneck({ heat, functionHeat, share }: RuleContext, { speedup }: DropInEntry): boolean {
  const isOutside = heat.bound.kind === "native" || heat.bound.kind === "library" || functionHeat.mix.native >= 0.6;
  return isOutside && functionHeat.mix.io < 0.3 && share >= leastShare && speedup.low >= 1.5;
}

/** The release that was measured is too new for the project: older ones may do, and may be slower. */
function olderReleases(dropIn: DropInEntry, python: readonly [number, number] | undefined): string[] {
  if (python === undefined || supports(dropIn, python)) return [];
  return [
    `The release measured needs Python ${dropIn.requiresPython}, and the project supports ${python.join(".")}: look for an older release of ${dropIn.to} that runs there.`,
  ];
}

/** Unknown versions are given the benefit of the doubt. */
function supports({ requiresPython }: DropInEntry, python: readonly [number, number] | undefined): boolean {
  const needed = /^(\d+)\.(\d+)$/.exec(requiresPython ?? "");
  if (needed === null || python === undefined) return true;
  return python[0] > Number(needed[1]) || (python[0] === Number(needed[1]) && python[1] >= Number(needed[2]));
}
