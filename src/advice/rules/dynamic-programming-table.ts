import type { Expression } from "../../syntax";
import { findBlockers } from "../blockers/find-blockers";
import type { LoopView } from "../contract";
import { defineRule } from "../define-rule";
import { indexedByLoop, runsOften, sameExpression, tripsEvidence } from "../patterns/loop-expressions";
import { rollsRows } from "../patterns/rolling-rows";

/** A table filled from its own earlier cells: `d[i][j] = min(d[i-1][j], ...)`, whole or two rows at a time. */
export const rule = defineRule({
  id: "dynamic-programming-table",
  code: "BE604",
  target: "pyo3",
  precedence: "specific",
  *check(context) {
    for (const loop of context.loops) {
      if (loop.fact.depth < 2 || !loop.isInnermost || !runsOften(loop, context)) continue;
      const outer = loop.fact.parent === undefined ? loop : (context.loops[loop.fact.parent] as LoopView);
      if (!fillsFromItself(loop) && !rollsRows(loop, outer)) continue;
      if (indexedByLoop(loop).some(({ value }) => context.typeName(value)?.startsWith("numpy."))) continue;
      const blockers = findBlockers(context);
      yield {
        range: outer.fact,
        loop: outer.fact.index,
        kind: "dynamic-programming",
        message:
          "A table is filled cell by cell from earlier cells, which no array operation can do at once; it compiles well, and a library may have the whole algorithm.",
        confidence: "high",
        blockers,
        evidence: [tripsEvidence(outer, context), tripsEvidence(loop, context)],
        alternatives: ["library", "numba", "mypyc"],
        paysFrom: "from tables of some thousand cells",
        isFinding: true,
      };
    }
  },
});

/** Some statement stores into a table and reads another cell of the same table. */
function fillsFromItself({ body }: LoopView): boolean {
  const pending = [...body];
  const reads: Expression[] = [];
  const stores: Extract<Expression, { kind: "subscript" }>[] = [];
  for (let statement = pending.pop(); statement !== undefined; statement = pending.pop()) {
    if (statement.kind === "assign") {
      for (const target of statement.targets) if (target.kind === "subscript") stores.push(target);
      collect(statement.value, reads);
    } else if (statement.kind === "if") {
      collect(statement.test, reads);
      pending.push(...statement.body, ...statement.orElse);
    }
  }
  return stores.some((store) =>
    reads.some(
      (read) => read.kind === "subscript" && sameExpression(tableOf(read), tableOf(store)) && isShifted(read) && !isShifted(store),
    ),
  );
}

function collect(expression: Expression, into: Expression[]): void {
  const pending = [expression];
  for (let it = pending.pop(); it !== undefined; it = pending.pop()) {
    if (it.kind === "subscript") into.push(it);
    if (it.kind === "binary") pending.push(it.left, it.right);
    if (it.kind === "call") pending.push(...it.args);
    if (it.kind === "conditional") pending.push(it.test, it.body, it.orElse);
    if (it.kind === "compare") pending.push(it.left, ...it.comparators);
  }
}

function tableOf(expression: Expression): Expression {
  return expression.kind === "subscript" ? tableOf(expression.value) : expression;
}

/** An index such as `i - 1` or `w - weight` somewhere in `d[i - 1][w]`. */
function isShifted(expression: Expression): boolean {
  if (expression.kind !== "subscript") return false;
  const parts = expression.index.kind === "tuple" ? expression.index.elements : [expression.index];
  return parts.some((part) => part.kind === "binary" && (part.operator === "-" || part.operator === "+")) || isShifted(expression.value);
}
