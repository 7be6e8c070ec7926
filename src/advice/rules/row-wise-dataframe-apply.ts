import type { CallExpression } from "../../syntax";
import { defineRule } from "../define-rule";

/** `frame.apply(function, axis=1)`: a Python call and a new Series for every row. */
export const rule = defineRule({
  id: "row-wise-dataframe-apply",
  code: "BE401",
  target: "polars",
  precedence: "evident",
  *check({ calls }) {
    for (const { call, external } of calls) {
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
  },
});

function isRowWise(call: CallExpression): boolean {
  const axis = call.keywords.find(({ name }) => name === "axis")?.value ?? call.args[1];
  return axis?.kind === "constant" && (axis.number === 1 || axis.text === "columns");
}
