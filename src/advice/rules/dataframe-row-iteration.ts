import type { LoopView, RuleContext } from "../contract";
import { defineRule } from "../define-rule";
import { isDataFrame, isSeries } from "../patterns/data-frames";
import { namesRead } from "../patterns/invariance";
import { runsOften, tripsEvidence } from "../patterns/loop-expressions";
import { addTargets } from "../patterns/names-bound";

const rowIterators = new Set([
  "pandas.DataFrame.iterrows",
  "pandas.DataFrame.itertuples",
  "polars.DataFrame.iter_rows",
  "polars.DataFrame.rows",
]);

/** A Python loop over the rows of a data frame: by an iterator of rows, or by looking up cell after cell. */
export const rule = defineRule({
  id: "dataframe-row-iteration",
  code: "BE402",
  target: "polars",
  precedence: "evident",
  *check(context) {
    for (const loop of context.loops) {
      const place = cellRead(loop, context);
      if (place !== undefined) {
        yield {
          range: loop.fact,
          loop: loop.fact.index,
          kind: "dataframe-rows",
          message: `Each round looks up single cells by ${place}, at some microseconds each; work on whole columns, by expressions in Polars or vectorised pandas (itertuples, if a loop must stay).`,
          confidence: "high",
          evidence: [tripsEvidence(loop, context)],
          alternatives: ["numpy", "stdlib"],
          isFinding: true,
        };
        continue;
      }
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

const cellIndexers: ReadonlySet<string> = new Set(["iloc", "loc", "iat", "at"]);

/** `frame.iloc[i]`, `frame.at[i, "a"]`, `frame["a"].iloc[i]` with a name bound by the loop's head: the indexer's name. */
function cellRead(loop: LoopView, context: RuleContext): string | undefined {
  if (loop.fact.kind !== "for" || !runsOften(loop, context) || loop.fact.target === undefined) return undefined;
  const bound = new Set<string>();
  addTargets(loop.fact.target, bound);
  for (const it of loop.expressions) {
    if (it.kind !== "subscript" || it.value.kind !== "attribute" || !cellIndexers.has(it.value.name)) continue;
    const rows = it.index.kind === "tuple" ? it.index.elements[0] : it.index;
    if (rows === undefined || rows.kind === "slice" || ![...namesRead(rows)].some((name) => bound.has(name))) continue;
    if (isDataFrame(it.value.value, context) || isSeries(it.value.value, context)) return it.value.name;
  }
  return undefined;
}
