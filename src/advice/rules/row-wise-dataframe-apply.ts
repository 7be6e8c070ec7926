import { defineRule } from "../define-rule";
import { handingTo, isRowWise } from "../patterns/handed-function";

/** `frame.apply(function, axis=1)`: a Python call and a new Series for every row. */
export const rule = defineRule({
  id: "row-wise-dataframe-apply",
  code: "BE401",
  target: "polars",
  precedence: "evident",
  *check(context) {
    for (const { call, external } of context.calls) {
      if (external !== "pandas.DataFrame.apply" || !isRowWise(call)) continue;
      yield {
        range: call,
        kind: "dataframe-rows",
        message:
          "apply with axis=1 calls Python and makes a Series for every row; write it as expressions on whole columns, in pandas or in Polars.",
        confidence: "high",
        alternatives: ["numpy", "stdlib"],
        isFinding: true,
      };
    }
    const handing = handingTo(context, (external, call) => external === "pandas.DataFrame.apply" && isRowWise(call));
    if (handing === undefined) return;
    yield {
      range: context.function.fact.nameRange,
      kind: "dataframe-rows",
      message: `${handing.caller} calls it for every row of a data frame, with a Series made of each; write it as expressions on whole columns, in pandas or in Polars.`,
      confidence: "high",
      alternatives: ["numpy", "stdlib"],
    };
  },
});
