import { findLargeIntegers, growingProducts } from "../blockers/large-integers";
import { defineRule } from "../define-rule";

/** Integers of unlimited size: the time is spent in C inside the interpreter. */
export const rule = defineRule({
  id: "big-integer-arithmetic",
  code: "BE111",
  target: "keep",
  precedence: "specific",
  *check(context) {
    const places = [...findLargeIntegers(context)];
    const inLoops = places.filter(({ line }) =>
      context.loops.some(({ fact }) => context.lineOf(fact.start) <= line && line <= context.lineOf(fact.end)),
    );
    const isGrowing = growingProducts(context).length > 0;
    if (inLoops.length < 2 && !isGrowing) return;
    yield {
      range: context.function.fact.nameRange,
      kind: "big-integer",
      precedence: isGrowing ? "decisive" : undefined,
      message: `${context.function.fact.qualname} computes with integers past 64 bits: that is C code already; a library made for them, such as gmpy2, gains more than moving the code.`,
      confidence: "medium",
      blockers: inLoops,
    };
  },
});
