import { findBlockers } from "../blockers/find-blockers";
import type { LoopView, RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { tripsEvidence } from "../patterns/loop-expressions";

const takes = /^(builtins\.list\.pop|collections\.deque\.(pop|popleft)|heapq\.heappop|_heapq\.heappop|queue\.\w*Queue\.get)$/;
const puts = /^(builtins\.list\.(append|extend)|collections\.deque\.(append|appendleft|extend)|heapq\.heappush|_heapq\.heappush)$/;

/** A work list: take a node, look at its neighbours, put them on the list. */
export const rule = defineRule({
  id: "graph-search-loop",
  code: "BE607",
  target: "pyo3",
  precedence: "specific",
  *check(context) {
    for (const loop of context.loops) {
      if (loop.fact.kind !== "while" || !isWorkList(loop, context)) continue;
      const blockers = findBlockers(context);
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        kind: "graph-search",
        message:
          "A search takes nodes from a work list and adds their neighbours; it gains when the whole graph lives on the compiled side, so look at a graph library first.",
        confidence: blockers.length <= 2 ? "medium" : "low",
        blockers,
        evidence: [tripsEvidence(loop, context)],
        alternatives: ["library", "mypyc"],
        paysFrom: "when the graph stays in Rust between calls; converting dicts of neighbours costs a pass over all edges",
        isFinding: true,
      };
    }
  },
});

/** Takes from and puts on in the same loop, around an inner loop over neighbours. */
function isWorkList(loop: LoopView, { calls, loops }: RuleContext): boolean {
  const inside = calls.filter(({ call }) => loop.fact.start <= call.start && call.end <= loop.fact.end);
  const isTaking = inside.some(({ external }) => external !== undefined && takes.test(external));
  const isPutting = inside.some(({ external }) => external !== undefined && puts.test(external));
  return isTaking && isPutting && loops.some(({ fact }) => fact.parent === loop.fact.index);
}
