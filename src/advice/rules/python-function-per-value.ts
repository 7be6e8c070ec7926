import { defineRule } from "../define-rule";
import { handingTo, handsFunction } from "../patterns/handed-function";

const perValue: ReadonlySet<string> = new Set([
  "pandas.Series.apply",
  "pandas.Series.map",
  "pandas.DataFrame.applymap",
  "pandas.DataFrame.map",
]);

/** Series.apply or Series.map with a Python function: one call per value. */
export const rule = defineRule({
  id: "python-function-per-value",
  code: "BE406",
  target: "polars",
  precedence: "evident",
  *check(context) {
    for (const { call, external } of context.calls) {
      if (external === undefined || !perValue.has(external) || !handsFunction(call, context)) continue;
      yield {
        range: call,
        kind: "dataframe-values",
        message:
          "A Python function runs for every value; use the column's own operations (arithmetic, .str, .dt, where), or Polars expressions.",
        confidence: "high",
        alternatives: ["numpy", "stdlib"],
        isFinding: true,
      };
    }
    const handing = handingTo(context, (external) => perValue.has(external));
    if (handing === undefined) return;
    yield {
      range: context.function.fact.nameRange,
      kind: "dataframe-values",
      message: `${handing.caller} calls it for every value of a column; use the column's own operations (arithmetic, .str, .dt, where), or Polars expressions.`,
      confidence: "high",
      alternatives: ["numpy", "stdlib"],
    };
  },
});
