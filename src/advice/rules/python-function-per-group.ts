import { type CodeKind, defineRule } from "../define-rule";
import { handingTo, handsFunction } from "../patterns/handed-function";

const grouped =
  /^pandas\.(core\.(groupby|window|resample)\.(generic\.)?)?(DataFrameGroupBy|SeriesGroupBy|Rolling|Expanding|Resampler)\.(apply|agg|aggregate|transform|filter)$/;

/** groupby().apply(function), and rolling().apply(function): a Python call and a part of the frame for every group or window. */
export const rule = defineRule({
  id: "python-function-per-group",
  code: "BE405",
  target: "polars",
  precedence: "evident",
  *check(context) {
    for (const { call, external } of context.calls) {
      if (external === undefined || !grouped.test(external) || !handsFunction(call, context)) continue;
      yield {
        range: call,
        kind: kindOf(external),
        message: `A Python function runs for every ${part(external)}; built-in aggregations by name, or expressions in Polars, stay in native code.`,
        confidence: "high",
        alternatives: ["stdlib"],
        isFinding: true,
      };
    }
    const handing = handingTo(context, (external) => grouped.test(external));
    if (handing === undefined) return;
    yield {
      range: context.function.fact.nameRange,
      kind: kindOf(handing.external),
      message: `${handing.caller} calls it for every ${part(handing.external)}; built-in aggregations by name, or expressions in Polars, stay in native code.`,
      confidence: "high",
      alternatives: ["stdlib"],
    };
  },
});

function part(external: string): string {
  return isWindow(external) ? "window" : "group";
}

/** A window holds a few rows, a group many: what the function does with those is native work that a group has much of. */
function kindOf(external: string): CodeKind {
  return isWindow(external) ? "dataframe-rows" : "dataframe-groups";
}

function isWindow(external: string): boolean {
  return /Rolling|Expanding/.test(external);
}
