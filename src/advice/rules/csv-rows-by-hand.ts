import type { LoopView } from "../contract";
import { defineRule } from "../define-rule";
import { tripsEvidence } from "../patterns/loop-expressions";

const readers = /^(csv\.(reader|DictReader)|_csv\.reader|_csv\._reader)$/;

const files = /^(_?io\.TextIO\w*|typing\.(Text)?IO)$/;
/** Between the columns of a table. */
const separators: ReadonlySet<string | undefined> = new Set([",", ";", "\t", "|"]);

/** Rows of a CSV file, read by the csv module or split at their separators, summed up in a Python loop. */
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
      if (type === undefined || !(readers.test(type) || (files.test(type) && splits(loop)))) continue;
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

/** `line.split(",")`. */
function splits({ expressions }: LoopView): boolean {
  return expressions.some(
    (it) =>
      it.kind === "call" &&
      it.callee.kind === "attribute" &&
      it.callee.name === "split" &&
      it.args[0]?.kind === "constant" &&
      separators.has(it.args[0].text),
  );
}
