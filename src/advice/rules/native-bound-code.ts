import { defineRule } from "../define-rule";
import { isComputingCore } from "../patterns/computing-core";
import { matchesInSteps } from "../patterns/matching-steps";

/** From here on moving the rest gains less than 1.7 times; below, the figure says what native code holds back. */
const mostlyNative = 0.6;

/** The time is spent in C, Rust or BLAS already. */
export const rule = defineRule({
  id: "native-bound-code",
  code: "BE102",
  target: "keep",
  precedence: "decisive",
  *check(context) {
    const { function: node, functionHeat, heat, calls } = context;
    const own = functionHeat.mix.native;
    const isOwn = own >= mostlyNative && !matchesInSteps(context);
    if (!isOwn && (heat.bound.kind !== "native" || isComputingCore(context))) return;
    const names = [
      ...new Set(calls.flatMap(({ external }) => (external === undefined || external.startsWith("builtins.") ? [] : [external]))),
    ].slice(0, 3);
    const inside = names.length > 0 ? ` (${names.join(", ")})` : "";
    const message = isOwn
      ? `About ${Math.round(own * 100)} % of its time is native code${inside}; moved to Rust that gains about nothing.`
      : "The project's time is spent in native libraries; this is not what holds it up.";
    yield {
      range: node.fact.nameRange,
      message,
      confidence: isOwn ? "high" : "medium",
      evidence: heat.bound.evidence.map((it) => ({ message: it })),
    };
  },
});
