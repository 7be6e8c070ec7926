import { findDynamicCode } from "../blockers/dynamic-code";
import { defineRule } from "../define-rule";

const evaluates = new Set(["builtins.eval", "builtins.exec", "builtins.compile", "builtins.globals", "builtins.locals"]);
const leastPlaces = 3;
/** Of a long function they are a detail. */
const leastDensity = 1 / 40;

/** Code that makes or looks up its names at run time. */
export const rule = defineRule({
  id: "dynamic-code",
  code: "BE110",
  target: "keep",
  precedence: "specific",
  *check(context) {
    const blockers = [...findDynamicCode(context)];
    const makesCode = context.calls.some(({ external }) => external !== undefined && evaluates.has(external));
    const isDense = blockers.length >= leastPlaces && blockers.length >= leastDensity * context.expressions.length;
    if (blockers.length === 0 || !(isDense || makesCode)) return;
    yield {
      range: context.function.fact.nameRange,
      message: `${context.function.fact.qualname} makes or looks up names at run time, which only the interpreter can do.`,
      confidence: makesCode ? "high" : "medium",
      blockers,
    };
  },
});
