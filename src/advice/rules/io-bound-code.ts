import { defineRule } from "../define-rule";
import { isComputingCore } from "../patterns/computing-core";

const mostlyWaiting = 0.5;

/** The time goes into waiting: nothing runs faster for being compiled. */
export const rule = defineRule({
  id: "io-bound-code",
  code: "BE101",
  target: "keep",
  precedence: "decisive",
  *check(context) {
    const { function: node, functionHeat, heat } = context;
    const own = functionHeat.mix.io;
    if (own < mostlyWaiting && (heat.bound.kind !== "io" || isComputingCore(context))) return;
    const message =
      own >= mostlyWaiting
        ? `About ${Math.round(own * 100)} % of its time is waiting for network, files or other programs; a faster language would wait as long.`
        : "The project waits for network, files or databases most of the time; this is not what holds it up.";
    yield {
      range: node.fact.nameRange,
      message,
      confidence: own >= mostlyWaiting ? "high" : "medium",
      evidence: heat.bound.evidence.map((it) => ({ message: it })),
    };
  },
});
