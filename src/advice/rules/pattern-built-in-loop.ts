import { defineRule } from "../define-rule";
import { isInvariant } from "../patterns/invariance";
import { callsInLoops, runsOften, tripsEvidence } from "../patterns/loop-expressions";

const takesPattern = /^re\.(?:compile|match|search|fullmatch|findall|finditer|split|subn?)$/;

/** A regular expression put together in each round is compiled in each round; one that stays the same is looked up in each. */
export const rule = defineRule({
  id: "pattern-built-in-loop",
  code: "BE214",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    for (const { call, external, inside } of callsInLoops(context)) {
      const [pattern] = call.args;
      if (external === undefined || !takesPattern.test(external) || pattern === undefined || !runsOften(inside, context)) continue;
      const isText = pattern.kind === "constant" || context.typeName(pattern) === "builtins.str";
      // What a call gives may be a compiled pattern.
      const isPutTogether = pattern.kind === "fString" || pattern.kind === "binary" || (pattern.kind === "call" && isText);
      const isBuilt = isPutTogether && !isInvariant(pattern, inside);
      if (isBuilt) {
        yield {
          range: call,
          loop: inside.fact.index,
          message: `${external} compiles a pattern that is put together anew in each round; compile one pattern before the loop that covers all rounds, or use plain methods of str.`,
          confidence: "medium",
          // What compiles is Python code of the library: this very call is what its time goes to.
          precedence: "evident",
          evidence: [tripsEvidence(inside, context)],
          isFinding: true,
          part: 0.6,
        };
      } else if (isText && external !== "re.compile" && isInvariant(pattern, inside)) {
        yield {
          range: call,
          loop: inside.fact.index,
          message: `${external} looks its pattern up at every call; compile it once with re.compile, before the loop.`,
          confidence: "low",
          speedup: {
            low: 1,
            mid: 1.5,
            high: 4,
            basis:
              "Measured: a match by a compiled pattern takes a quarter to two fifths of the time on a text of 15 characters; on longer texts the matching itself takes over.",
          },
          sources: ["measured-patterns"],
          evidence: [tripsEvidence(inside, context)],
          part: 0.4,
        };
      }
    }
  },
});
