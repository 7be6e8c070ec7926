import { defineRule } from "../define-rule";

/** Series.apply or Series.map with a Python function: one call per value. */
export const rule = defineRule({
  id: "python-function-per-value",
  code: "BE406",
  target: "polars",
  precedence: "evident",
  *check({ calls, graph, function: node }) {
    for (const { call, external } of calls) {
      if (external !== "pandas.Series.apply" && external !== "pandas.Series.map" && external !== "pandas.DataFrame.applymap") continue;
      const [first] = call.args;
      if (first === undefined) continue;
      const target = first.kind === "name" || first.kind === "attribute" ? graph.resolve(node.id, first) : undefined;
      if (first.kind !== "lambda" && target?.kind !== "function") continue;
      yield {
        range: call,
        kind: "dataframe-rows",
        message:
          "A Python function runs for every value; use the column's own operations (arithmetic, .str, .dt, where), or Polars expressions.",
        confidence: "high",
        alternatives: ["numpy", "stdlib"],
        isFinding: true,
      };
    }
  },
});
