import { type Extraction, firstOperand, hasChildOfKind, nextOperand, operands, unknown } from "./extraction";
import type { Expression } from "./file-facts";
import { Kind } from "./node-kinds";
import { isExpressionKind, NO_NODE, type NodeIndex } from "./syntax-table";

export function extractSubscript(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const { table } = x;
  const valueNode = firstOperand(x, node);
  const value = x.expression(valueNode);
  const first = nextOperand(x, node, table.nexts[valueNode] as number);
  if (first === NO_NODE) return { kind: "subscript", start, end, value, index: unknown(end, end) };
  const nodeEnd = table.nexts[node] as number;
  const mark = x.expressions.mark();
  let hasComma = false;
  let last = first;
  for (let child = first; child < nodeEnd; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as number;
    if (kind === Kind.Comma) hasComma = true;
    if (kind === Kind.Comma || isExpressionKind(kind)) last = child;
    if (isExpressionKind(kind)) x.expressions.add(x.expression(child));
  }
  const indices = x.expressions.take(mark);
  const index: Expression = hasComma
    ? { kind: "tuple", start: table.starts[first] as number, end: table.ends[last] as number, elements: indices }
    : (indices[0] as Expression);
  return { kind: "subscript", start, end, value, index };
}

/** `list[int]` where the grammar knows that it is a type. */
export function extractGenericType(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const { table } = x;
  const value = x.expression(firstOperand(x, node));
  const parameters = x.table.nexts[firstOperand(x, node)] as number;
  if (table.kinds[parameters] !== Kind.TypeParameter) return value;
  const elements = operands(x, parameters);
  if (elements.length === 1 && !hasChildOfKind(x, parameters, Kind.Comma))
    return { kind: "subscript", start, end, value, index: elements[0] as Expression };
  const last = elements.at(-1);
  const index: Expression = { kind: "tuple", start: elements[0]?.start ?? end, end: last?.end ?? end, elements };
  return { kind: "subscript", start, end, value, index };
}

export function extractUnionType(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const left = firstOperand(x, node);
  if (left === NO_NODE) return unknown(start, end);
  const right = nextOperand(x, node, x.table.nexts[left] as number);
  return { kind: "binary", start, end, operator: "|", left: x.expression(left), right: x.expression(right) };
}

export function extractSlice(x: Extraction, node: NodeIndex, start: number, end: number): Expression {
  const { table } = x;
  const parts: (Expression | undefined)[] = [undefined, undefined, undefined];
  let part = 0;
  const nodeEnd = table.nexts[node] as number;
  for (let child = node + 1; child < nodeEnd; child = table.nexts[child] as number) {
    const kind = table.kinds[child] as number;
    if (kind === Kind.Colon) part++;
    else if (isExpressionKind(kind)) parts[part] = x.expression(child);
  }
  return { kind: "slice", start, end, lower: parts[0], upper: parts[1], step: parts[2] };
}
