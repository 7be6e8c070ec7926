import type { RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { tripsEvidence } from "../patterns/loop-expressions";
import { estimateBoundary } from "../payoff/estimate-boundary";

/** Expressions in a round below which converting an element costs about as much as the round. */
const cheapRound = 14;

/** Rust reads them in place, so that nothing is converted. */
const crossesAsItIs = /^(numpy\..*|builtins\.(str|bytes|bytearray|memoryview)|array\.array)$/;

/** One cheap pass over a list: handing the list over costs a good part of the pass, or more than it. */
export const rule = defineRule({
  id: "single-cheap-pass",
  code: "BE109",
  target: "keep",
  precedence: "specific",
  *check(context) {
    const { function: node, loops, parameters, typeName } = context;
    const [only, ...others] = loops;
    if (only === undefined || others.length > 0 || !only.isInnermost || only.fact.kind === "while") return;
    const { iterable } = only.fact;
    if (iterable?.kind !== "name" || !parameters.has(iterable.name) || crossesAsItIs.test(typeName(iterable) ?? "")) return;
    if (only.expressions.length > cheapRound || callsBack(context)) return;
    // Called from a hot loop it moves with that loop, and nothing is handed over for each pass.
    if (estimateBoundary(context) === undefined) return;
    yield {
      range: only.fact,
      loop: only.fact.index,
      message: `${node.fact.qualname} makes one cheap pass over ${iterable.name}: making an array of it costs what the loop costs, and Rust pays a fifth of that or more for each element.`,
      confidence: "medium",
      evidence: [tripsEvidence(only, context)],
      paysFrom: "never through an array made of a list; one that is there, bytes or an Arrow column crosses without a copy",
    };
  },
});

function callsBack({ calls }: RuleContext): boolean {
  return calls.some(({ loop, callees }) => loop !== undefined && callees.length > 0);
}
