import { defineRule } from "../define-rule";
import { tripsEvidence } from "../patterns/loop-expressions";

const rowIterators = new Set([
  "pandas.DataFrame.iterrows",
  "pandas.DataFrame.itertuples",
  "polars.DataFrame.iter_rows",
  "polars.DataFrame.rows",
]);

/** A Python loop over the rows of a data frame. */
export const rule = defineRule({
  id: "dataframe-row-iteration",
  code: "BE402",
  target: "polars",
  precedence: "evident",
  *check(context) {
    for (const loop of context.loops) {
      const { iterable } = loop.fact;
      const call = iterable?.kind === "call" ? iterable : undefined;
      const iterated = call === undefined ? undefined : enumerated(call);
      const name = iterated === undefined ? undefined : context.externalName(iterated.callee);
      if (name === undefined || !rowIterators.has(name)) continue;
      const isSlowest = name.endsWith("iterrows");
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        kind: "dataframe-rows",
        message: `${isSlowest ? "iterrows makes a Series for every row" : "The loop handles row by row"}; work on whole columns, by expressions in Polars or vectorised pandas${isSlowest ? " (itertuples, if a loop must stay)" : ""}.`,
        confidence: "high",
        evidence: [tripsEvidence(loop, context)],
        alternatives: ["numpy", "stdlib"],
        isFinding: true,
      };
    }
  },
});

type Call = Extract<Parameters<typeof tripsEvidence>[1]["expressions"][number], { kind: "call" }>;

/** Looks through `enumerate(frame.iterrows())`. */
function enumerated(call: Call): Call {
  const inner = call.callee.kind === "name" && call.callee.name === "enumerate" ? call.args[0] : undefined;
  return inner?.kind === "call" ? inner : call;
}
