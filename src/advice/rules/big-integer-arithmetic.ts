import type { TextRange } from "../../base";
import { findLargeIntegers, growingProducts, hugeIntegers } from "../blockers/large-integers";
import { defineRule } from "../define-rule";

/** Integers of unlimited size: the time is spent in C inside the interpreter. */
export const rule = defineRule({
  id: "big-integer-arithmetic",
  code: "BE111",
  target: "keep",
  precedence: "specific",
  *check(context) {
    const isRepeated = ({ start }: TextRange) => context.loopAt(start) !== undefined;
    const isGrowing = growingProducts(context).length > 0;
    if (!isGrowing && hugeIntegers(context).filter(isRepeated).length < 2) return;
    yield {
      range: context.function.fact.nameRange,
      kind: "big-integer",
      precedence: isGrowing ? "decisive" : undefined,
      message: `${context.function.fact.qualname} computes with integers past 64 bits: that is C code already; a library made for them, such as gmpy2, gains more than moving the code.`,
      confidence: "medium",
      blockers: [...findLargeIntegers(context)],
    };
  },
});
