import type { Expression } from "../../syntax";
import { defineRule } from "../define-rule";
import { callsInLoops, runsOften, tripsEvidence } from "../patterns/loop-expressions";

/** What the math module or a built-in does for one number. */
const counterparts: Readonly<Record<string, string>> = {
  sqrt: "math.sqrt",
  exp: "math.exp",
  log: "math.log",
  log2: "math.log2",
  log10: "math.log10",
  sin: "math.sin",
  cos: "math.cos",
  tan: "math.tan",
  arctan2: "math.atan2",
  hypot: "math.hypot",
  floor: "math.floor",
  ceil: "math.ceil",
  isnan: "math.isnan",
  abs: "abs()",
  absolute: "abs()",
  maximum: "max()",
  minimum: "min()",
};
const numbers = new Set(["builtins.int", "builtins.float"]);

/** A NumPy function called on one Python number per round: the call costs far more than the arithmetic. */
export const rule = defineRule({
  id: "numpy-call-on-number",
  code: "BE212",
  target: "stdlib",
  precedence: "specific",
  *check(context) {
    const isNumber = (expression: Expression) => numbers.has(context.typeName(expression) ?? "");
    for (const { call, external, inside } of callsInLoops(context)) {
      if (external === undefined || !external.startsWith("numpy.")) continue;
      const counterpart = counterparts[external.slice("numpy.".length)];
      if (counterpart === undefined || call.args.length === 0 || call.keywords.length > 0) continue;
      if (!call.args.every(isNumber) || !runsOften(inside, context)) continue;
      yield {
        range: call,
        loop: inside.fact.index,
        message: `${external} is made for arrays; on one number ${counterpart} does the same at a fraction of the cost.`,
        confidence: "high",
        evidence: [tripsEvidence(inside, context)],
        isFinding: true,
        part: 0.4,
      };
    }
  },
});
