import { defineRule } from "../define-rule";

const grouped = /^pandas\.(core\.groupby\.(generic\.)?)?(DataFrameGroupBy|SeriesGroupBy)\.(apply|agg|aggregate|transform|filter)$/;

/** groupby().apply(function): a Python call and a sub-frame for every group. */
export const rule = defineRule({
  id: "python-function-per-group",
  code: "BE405",
  target: "polars",
  precedence: "evident",
  *check({ calls, graph, function: node }) {
    for (const { call, external } of calls) {
      const [first] = call.args;
      if (external === undefined || !grouped.test(external) || first === undefined) continue;
      const target = first.kind === "name" || first.kind === "attribute" ? graph.resolve(node.id, first) : undefined;
      if (first.kind !== "lambda" && target?.kind !== "function") continue;
      yield {
        range: call,
        kind: "dataframe-rows",
        message: "A Python function runs for every group; built-in aggregations by name, or expressions in Polars, stay in native code.",
        confidence: "high",
        alternatives: ["stdlib"],
        isFinding: true,
      };
    }
  },
});
