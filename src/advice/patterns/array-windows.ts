import type { CallExpression, Expression } from "../../syntax";
import type { LoopView, RuleContext } from "../contract";
import { receiverOf } from "./loop-expressions";

const reductions = /^(nan)?(mean|sum|max|min|amax|amin|std|var|median|prod|any|all|average|percentile|quantile|ptp)$/;

/**
 * A call that reduces one window of an array in each round, as `np.mean(a[i:i + n])`: neighbouring windows share most of their elements,
 * and each round pays for a view and a call. Blocks that do not overlap, by a `range` with a step, are another matter.
 */
export function reducedWindow(loop: LoopView, context: RuleContext): CallExpression | undefined {
  if (!countsByOne(loop, context)) return undefined;
  return loop.expressions.find((it): it is CallExpression => {
    if (it.kind !== "call" || it.callee.kind !== "attribute" || !reductions.test(it.callee.name)) return false;
    return [receiverOf(it), it.args[0]].some((part) => isWindow(part, loop, context));
  });
}

function countsByOne({ fact: { iterable } }: LoopView, { externalName }: RuleContext): boolean {
  return iterable?.kind === "call" && externalName(iterable.callee) === "builtins.range" && iterable.args.length <= 2;
}

function isWindow(part: Expression | undefined, loop: LoopView, { typeName }: RuleContext): boolean {
  if (part?.kind !== "subscript" || part.index.kind !== "slice" || typeName(part.value) !== "numpy.ndarray") return false;
  const { lower, upper } = part.index;
  return [lower, upper].some((bound) => bound !== undefined && readsTarget(bound, loop));
}

function readsTarget(bound: Expression, loop: LoopView): boolean {
  if (bound.kind === "name") return loop.assigned.has(bound.name);
  // Blocks one after the other, `a[i * n : (i + 1) * n]`, do not overlap.
  const isMoved = bound.kind === "binary" && (bound.operator === "+" || bound.operator === "-");
  return isMoved && (readsTarget(bound.left, loop) || readsTarget(bound.right, loop));
}
