import { defineRule } from "../define-rule";
import { indexedByLoop } from "../patterns/loop-expressions";

const arrayCall = /^(numpy|pandas|polars|scipy|torch|tensorflow|jax|cupy)\./;
const leastCalls = 2;

/** Whole-array operations already: the loops run in native code. */
export const rule = defineRule({
  id: "vectorised-body",
  code: "BE107",
  target: "keep",
  precedence: "decisive",
  *check({ function: node, calls, loops, functionHeat, typeName }) {
    const arrayCalls = calls.filter(({ external }) => external !== undefined && arrayCall.test(external));
    if (arrayCalls.length < leastCalls || functionHeat.mix.native < 0.2) return;
    const touchesElements = loops.some((loop) => indexedByLoop(loop).some(({ value }) => typeName(value)?.startsWith("numpy.")));
    if (touchesElements || loops.some(({ fact, expressions }) => fact.kind !== "comprehension" && expressions.length > 40)) return;
    const names = [...new Set(arrayCalls.map(({ external }) => external))].slice(0, 3).join(", ");
    yield {
      range: node.fact.nameRange,
      message: `${node.fact.qualname} works on whole arrays (${names}): the loops run in native code already.`,
      confidence: "high",
    };
  },
});
