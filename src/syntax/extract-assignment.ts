import { operatorIn } from "./extract-operator";
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
    const value = right === NO_NODE ? undefined : x.expression(right);
    noteClassOrModuleName(x, [target], value);
    return { kind: "annAssign", start, end, target, annotation, value };
  }
  const targets: Expression[] = [];
  let last = node;
  while (last !== NO_NODE && table.kinds[last] === Kind.Assignment) {
    targets.push(x.expression(childInField(table, last, Field.Left)));
    last = childInField(table, last, Field.Right);
  }
  // `a = b += 1` is not Python; the grammar lets it through.
  if (last !== NO_NODE && table.kinds[last] === Kind.AugmentedAssignment) {
    return { kind: "unknown", start, end, expressions: operands(x, last) };
  }
  const value = x.expression(last);
  noteClassOrModuleName(x, targets, value);
  return { kind: "assign", start, end, targets, value };
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
function noteClassOrModuleName(x: Extraction, targets: readonly Expression[], value: Expression | undefined): void {
  if (value === undefined) return;
  for (const target of targets) {
    if (target.kind !== "name") continue;
    if (x.class !== undefined && target.name === "__slots__") x.class.hasSlots = true;
    if (isExportList(x, target)) {
      x.exportedNames = undefined;
      addExportedNames(x, value);
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
