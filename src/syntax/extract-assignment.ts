import { operatorIn } from "./extract-expression";
import { type Extraction, operands } from "./extraction";
import type { BinaryOperator, Expression, Statement } from "./file-facts";
import { Field, Kind } from "./node-kinds";
import { childInField, NO_NODE, type NodeIndex } from "./syntax-table";

/** `a = b = value`, `a: T = value` or `a: T`. `start` and `end` are those of the whole statement. */
export function extractAssignment(x: Extraction, node: NodeIndex, start: number, end: number): Statement {
  const { table } = x;
  const type = childInField(table, node, Field.Type);
  if (type !== NO_NODE) {
    const target = x.expression(childInField(table, node, Field.Left));
    const annotation = x.expression(type);
    const right = childInField(table, node, Field.Right);
    noteClassOrModuleName(x, [target], right);
    return { kind: "annAssign", start, end, target, annotation, value: right === NO_NODE ? undefined : x.expression(right) };
  }
  const targets: Expression[] = [];
  let value = node;
  while (value !== NO_NODE && table.kinds[value] === Kind.Assignment) {
    targets.push(x.expression(childInField(table, value, Field.Left)));
    value = childInField(table, value, Field.Right);
  }
  noteClassOrModuleName(x, targets, value);
  // `a = b += 1` is not Python; the grammar lets it through.
  if (value !== NO_NODE && table.kinds[value] === Kind.AugmentedAssignment)
    return { kind: "unknown", start, end, expressions: operands(x, value) };
  return { kind: "assign", start, end, targets, value: x.expression(value) };
}

export function extractAugmentedAssignment(x: Extraction, node: NodeIndex, start: number, end: number): Statement {
  const { table } = x;
  const target = x.expression(childInField(table, node, Field.Left));
  const right = childInField(table, node, Field.Right);
  const value = x.expression(right);
  if (isExportList(x, target)) addExportedNames(x, value);
  return { kind: "augAssign", start, end, target, operator: operatorIn(x, node) as BinaryOperator, value };
}

/** Notes `__slots__` in a class body and `__all__` in the module. */
function noteClassOrModuleName(x: Extraction, targets: readonly Expression[], valueNode: NodeIndex): void {
  for (const target of targets) {
    if (target.kind !== "name") continue;
    if (x.class !== undefined && target.name === "__slots__" && valueNode !== NO_NODE) x.class.hasSlots = true;
    if (isExportList(x, target) && valueNode !== NO_NODE) {
      x.exportedNames = undefined;
      addExportedNames(x, x.expression(valueNode));
    }
  }
}

function isExportList(x: Extraction, target: Expression): boolean {
  return x.function.index === 0 && x.class === undefined && target.kind === "name" && target.name === "__all__";
}

/** Adds the literal names of a list or tuple, or of a sum of them; other terms of the sum are not followed. */
function addExportedNames(x: Extraction, value: Expression): void {
  if (value.kind === "binary" && value.operator === "+") {
    addExportedNames(x, value.left);
    addExportedNames(x, value.right);
  }
  if (value.kind !== "list" && value.kind !== "tuple") return;
  x.exportedNames ??= [];
  for (const element of value.elements) {
    if (element.kind === "constant" && element.type === "str" && element.text !== undefined) x.exportedNames.push(element.text);
  }
}
