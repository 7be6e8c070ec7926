import { type Extraction, operands, reportTooDeep } from "./extraction";
import type { Expression } from "./file-facts";
import { NOTHING } from "./pile";
import { isExpressionKind, NO_NODE, type NodeIndex } from "./syntax-table";

/**
 * Expressions nested deeper than this become `unknown`, so that neither extraction nor anybody who walks the facts runs out of
 * stack. CPython's own parser gives up at 200 nested parentheses; hand-written chains of operators stay far below it.
 */
export const MAX_EXPRESSION_DEPTH = 250;
/** Room that is left below the cap for the operands of a chain that crosses it. */
const DEPTH_RESERVE = 20;

/**
 * Past the cap: the operands along the deepest branch side by side instead of nested, so that ten thousand terms of
 * `a + b + c + ...` are still seen. Each may be a few levels deep itself; what is nested deeper is dropped.
 */
export function extractTooDeep(x: Extraction, node: NodeIndex): Expression {
  const { table } = x;
  const start = table.starts[node] as number;
  const end = table.ends[node] as number;
  reportTooDeep(x, node, `An expression is nested more than ${MAX_EXPRESSION_DEPTH} levels deep`);
  const expressions: Expression[] = [];
  if (x.expressionLimit > MAX_EXPRESSION_DEPTH) return { kind: "unknown", start, end, expressions: NOTHING };
  x.expressionLimit = MAX_EXPRESSION_DEPTH + DEPTH_RESERVE;
  for (let spine = node; spine !== NO_NODE; ) spine = collectBesideSpine(x, spine, expressions);
  x.expressionLimit = MAX_EXPRESSION_DEPTH;
  return { kind: "unknown", start, end, expressions: expressions.reverse() };
}

/** Extracts the children of `node` except the one with the most below it, which is returned; a leaf is extracted itself. */
function collectBesideSpine(x: Extraction, node: NodeIndex, into: Expression[]): NodeIndex {
  const { kinds, nexts } = x.table;
  const end = nexts[node] as number;
  let deepest = NO_NODE;
  let size = 1;
  for (let child = node + 1; child < end; child = nexts[child] as number) {
    if ((nexts[child] as number) - child <= size) continue;
    size = (nexts[child] as number) - child;
    deepest = child;
  }
  if (deepest === NO_NODE && isExpressionKind(kinds[node] as number)) into.push(x.expression(node));
  else {
    for (let child = node + 1; child < end; child = nexts[child] as number) {
      if (child === deepest) continue;
      if (isExpressionKind(kinds[child] as number)) into.push(x.expression(child));
      else into.push(...operands(x, child));
    }
  }
  return deepest;
}
