import { type Expression, walkExpressions } from "../../syntax";
import type { LoopView } from "../contract";
import { sameExpression } from "./loop-expressions";

/**
 * A table of which only two rows are kept: the inner loop appends to the current row what it works out from the row above and the cell
 * before, and the outer loop makes the current row the one above (`above = current`).
 */
export function rollsRows(inner: LoopView, outer: LoopView): boolean {
  return inner.expressions.some((it) => {
    if (it.kind !== "call" || it.callee.kind !== "attribute" || it.callee.name !== "append") return false;
    const row = it.callee.value;
    const [cell] = it.args;
    return (
      cell !== undefined &&
      readsElement(cell, row) &&
      outer.body.some((statement) => {
        if (statement.kind !== "assign" || !sameExpression(statement.value, row)) return false;
        const [above] = statement.targets;
        return above !== undefined && inner.expressions.some((read) => read.kind === "subscript" && sameExpression(read.value, above));
      })
    );
  });
}

function readsElement(expression: Expression, row: Expression): boolean {
  return !walkExpressions(expression, (it) => (it.kind === "subscript" && sameExpression(it.value, row) ? "stop" : undefined));
}
