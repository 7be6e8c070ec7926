import { defineRule } from "../define-rule";
import { tripsEvidence } from "../patterns/loop-expressions";

const readers = /^(csv\.(reader|DictReader)|_csv\.reader|_csv\._reader)$/;

/** Rows of a CSV file summed up in a Python loop. */
export const rule = defineRule({
  id: "csv-rows-by-hand",
  code: "BE404",
  target: "polars",
  precedence: "evident",
  *check(context) {
    for (const loop of context.loops) {
      const { iterable } = loop.fact;
      if (iterable === undefined || loop.fact.depth > 2) continue;
      const type = context.typeName(iterable) ?? (iterable.kind === "call" ? context.externalName(iterable.callee) : undefined);
      if (type === undefined || !readers.test(type)) continue;
      const converts = loop.expressions.some(
        (it) => it.kind === "call" && /^builtins\.(float|int)$/.test(context.externalName(it.callee) ?? ""),
      );
      const gathers = loop.body.some(({ kind }) => kind === "augAssign") || loop.expressions.some(({ kind }) => kind === "subscript");
      if (!converts || !gathers) continue;
      yield {
        range: loop.fact,
        loop: loop.fact.index,
        kind: "csv-rows",
        message: "Rows are parsed, converted and summed up one by one; Polars reads and aggregates the file in native code, in parallel.",
        confidence: "medium",
        evidence: [tripsEvidence(loop, context)],
        alternatives: ["pyo3", "stdlib"],
        paysFrom: "from some ten thousand rows; below, the import of the library costs more",
        isFinding: true,
      };
    }
  },
});
