import type { DropInEntry } from "../../knowledge";
import type { CallExpression } from "../../syntax";
import type { RuleContext, Target } from "../contract";
import { defineRule } from "../define-rule";
import { namesRead } from "../patterns/invariance";

/** A replacement is worth a word beside what the project waits for only where much of the time goes. */
const leastShare = 0.1;
/** Gain from which a single call that reads a whole document is worth a word; configuration in JSON and YAML stays below. */
const surelyFaster = 8;
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
      if (told.has(dropIn.to) || !takesLiterals(dropIn, call)) continue;
      const isRepeated = loopAt(call.start) !== undefined || (dropIn.speedup.low >= surelyFaster && isRunThrough(call, context));
      if (!isRepeated && functionHeat.frequency < 10) continue;
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
        precedence: isTheBottleneck(context, dropIn) && isRepeated ? "evident" : undefined,
      };
    }
  },
});

/** A format or the like that the replacement does not know is written down in the call. */
function takesLiterals({ literals }: DropInEntry, { args, keywords }: CallExpression): boolean {
  if (literals === undefined) return true;
  const fits = new RegExp(literals);
  return [...args, ...keywords.map(({ value }) => value)].every(
    (it) => it.kind !== "constant" || it.type !== "str" || it.text === undefined || fits.test(it.text),
  );
}

/** A loop runs through what the call returned: it read a document, and its cost grows with the data. */
function isRunThrough(call: CallExpression, { loops, statements }: RuleContext): boolean {
  const names = new Set(
    statements
      .flatMap((it) => (it.kind === "assign" && it.value === call ? it.targets : []))
      .flatMap((it) => (it.kind === "name" ? [it.name] : [])),
  );
  return loops.some(({ fact: { iterable } }) => iterable !== undefined && [...namesRead(iterable)].some((name) => names.has(name)));
}

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
