import type { Extraction } from "./extraction";
import { firstOperand } from "./extraction";
import type { Expression, Statement } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { childInField, type NodeIndex } from "./syntax-table";

/**
 * `type X[T] = value` binds X like an assignment; its type parameters are not kept. The grammar also takes `type(x).y = value`
 * for one: that is an assignment to an attribute of the call.
 */
export function extractTypeAlias(x: Extraction, node: NodeIndex, start: number, end: number): Statement {
  const { kinds } = x.table;
  const left = childInField(x.table, node, Field.Left);
  const target = x.expression(left);
  const value = x.expression(childInField(x.table, node, Field.Right));
  const declared = kinds[firstOperand(x, left)];
  if (declared === Kind.Identifier) return { kind: "assign", start, end, targets: [target], value };
  if (declared === Kind.GenericType && target.kind === "subscript") return { kind: "assign", start, end, targets: [target.value], value };
  return { kind: "assign", start, end, targets: [withTypeCall(target, start, start + "type".length)], value };
}

/** `(x).y` preceded by the word `type`: the innermost value is that call's arguments. */
function withTypeCall(target: Expression, start: number, nameEnd: number): Expression {
  if (target.kind === "attribute" || target.kind === "subscript")
    return { ...target, start, value: withTypeCall(target.value, start, nameEnd) };
  if (target.kind === "call") return { ...target, start, callee: withTypeCall(target.callee, start, nameEnd) };
  const callee: Expression = { kind: "name", start, end: nameEnd, name: "type" };
  if (target.kind === "list") return { kind: "subscript", start, end: target.end, value: callee, index: target.elements[0] ?? target };
  const args = target.kind === "tuple" ? target.elements : [target];
  return { kind: "call", start, end: target.kind === "tuple" ? target.end : target.end + 1, callee, args, keywords: [] };
}
