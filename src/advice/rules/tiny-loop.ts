import { defineRule } from "../define-rule";
import { tinyTrips } from "../patterns/loop-expressions";

/** All loops are short, by the source itself. */
export const rule = defineRule({
  id: "tiny-loop",
  code: "BE108",
  target: "keep",
  precedence: "fallback",
  *check({ function: node, loops }) {
    if (loops.length === 0 || !loops.every(({ heat }) => heat.trips.exact && heat.trips.mid <= tinyTrips)) return;
    const longest = Math.max(...loops.map(({ heat }) => heat.trips.mid));
    const first = loops[0] as (typeof loops)[number];
    yield {
      range: first.fact,
      loop: first.fact.index,
      message: `The loops of ${node.fact.qualname} run at most ${longest} rounds: there is nothing to gain inside.`,
      confidence: "high",
    };
  },
});
