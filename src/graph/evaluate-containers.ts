/** Elements: what iterating over a value yields, and what `value[index]` is. */
import type { Expression, SubscriptExpression } from "../syntax";
import type { FunctionId } from "./contract";
import { functionsFitting, namePatternOf } from "./dispatch-by-name";
import { containerOf, isMapping } from "./evaluate-definition";
import { isEnum } from "./evaluate-members";
import type { Inference } from "./inference";
import { BYTES, fromSimpleType, INT, type InstanceValue, NOTHING, STR, union, unionAll, type Value, type Values } from "./values";

const TEXT_STREAMS = new Set(["io.TextIOWrapper", "io.StringIO", "builtins.str"]);
const BYTE_STREAMS = new Set(["io.BufferedReader", "io.BytesIO"]);

export function elementsOf(inference: Inference, values: Values): Values {
  let result = NOTHING;
  for (const value of values) result = union(result, elementsOfOne(inference, value));
  return result;
}

function elementsOfOne(inference: Inference, value: Value): Values {
  if (value.kind === "class") return isEnum(inference, value.classId) ? inference.instance(value.classId) : NOTHING;
  if (value.kind !== "instance") return NOTHING;
  if (value.classId !== undefined) return elementsOfObject(inference, value);
  if (TEXT_STREAMS.has(value.name)) return STR;
  if (BYTE_STREAMS.has(value.name)) return BYTES;
  if (value.name === "builtins.bytes" || value.name === "builtins.bytearray" || value.name === "builtins.range") return INT;
  if (value.name === "builtins.tuple") return unionAll(value.args);
  const first = value.args[0];
  if (first !== undefined) return first;
  const library = inference.library.returnType(`${value.name}.__next__`) ?? inference.library.returnType(`${value.name}.__iter__`);
  if (!library) return NOTHING;
  return library.args?.[0] ? fromSimpleType(library.args[0]) : NOTHING;
}

function elementsOfObject(inference: Inference, value: InstanceValue): Values {
  const iterator = inference.callResult(inference.member(value, "__iter__"));
  let result = NOTHING;
  for (const found of iterator) {
    if (found.kind !== "instance") continue;
    if (found.classId === undefined) result = union(result, elementsOfOne(inference, found));
    else result = union(result, inference.callResult(inference.member(found, "__next__")));
  }
  if (result.length > 0) return result;
  const inherited = containerView(inference, value);
  if (inherited) return elementsOfOne(inference, inherited);
  if (iterator.length > 0) return NOTHING;
  return inference.hierarchy.classLevel(value.classId as number, "__getitem__")
    ? inference.callResult(inference.member(value, "__getitem__"))
    : NOTHING;
}

/** An object of a class that inherits from a built-in container, as that container. */
export function containerView(inference: Inference, value: InstanceValue): InstanceValue | undefined {
  const container = value.args.length > 0 && value.classId !== undefined ? containerOf(inference, value) : undefined;
  return container === undefined ? undefined : { kind: "instance", name: container, args: value.args, certainty: "open" };
}

const SEQUENCES = new Set(["builtins.list", "collections.deque", "collections.abc.Sequence", "collections.abc.MutableSequence"]);

/** `globals()[name]` names something of the module by its text. */
export function globalByName(inference: Inference, owner: FunctionId, expression: SubscriptExpression): Values | undefined {
  const { value, index } = expression;
  if (value.kind !== "call" || value.callee.kind !== "name" || value.callee.name !== "globals" || value.args.length > 0) return undefined;
  const pattern = namePatternOf(inference, owner, index);
  return pattern ? functionsFitting(inference, inference.project.moduleOf(owner).place, pattern) : undefined;
}

export function subscriptOf(inference: Inference, owner: FunctionId, values: Values, index: Expression): Values {
  let result = NOTHING;
  for (const value of values) result = union(result, subscriptOfOne(inference, owner, value, index));
  return result;
}

function subscriptOfOne(inference: Inference, owner: FunctionId, value: Value, index: Expression): Values {
  if (value.kind === "class") return [value];
  if (value.kind === "external") return [value];
  if (value.kind !== "instance") return NOTHING;
  if (value.classId !== undefined) {
    const inherited = containerView(inference, value);
    if (inherited && !inference.hierarchy.classLevel(value.classId, "__getitem__"))
      return subscriptOfOne(inference, owner, inherited, index);
    const result = inference.callResult(inference.member(value, "__getitem__"));
    return result.length === 1 && result[0]?.kind === "external" ? NOTHING : result;
  }
  if (value.name === "builtins.str") return STR;
  if (index.kind === "slice") return value.name === "builtins.tuple" ? [slicedTuple(value)] : [value];
  if (!value.name.startsWith("builtins.") && selectsRows(inference, owner, index)) return [value];
  if (value.name === "builtins.bytes" || value.name === "builtins.bytearray" || value.name === "builtins.range") return INT;
  if (isMapping(value.name)) return value.args[1] ?? NOTHING;
  if (SEQUENCES.has(value.name)) return indexIsSlice(inference, owner, index) ? [value] : (value.args[0] ?? NOTHING);
  if (value.name === "collections.Counter") return INT;
  if (value.name === "builtins.tuple") return tupleItem(value, index);
  return sliced(inference, value);
}

/** A mask, a list or another array as index picks rows: `frame[frame["x"] > 1]` is a frame. */
function selectsRows(inference: Inference, owner: FunctionId, index: Expression): boolean {
  if (index.kind === "list") return true;
  if (index.kind !== "compare" && index.kind !== "name" && index.kind !== "binary" && index.kind !== "unary" && index.kind !== "call")
    return false;
  return inference
    .evaluate(owner, index)
    .some((value) => value.kind === "instance" && /^(builtins\.list|numpy\.ndarray|pandas\.Series|polars\.Series)$/.test(value.name));
}

function sliced(inference: Inference, value: InstanceValue): Values {
  const type = inference.library.subscriptType(value.name);
  if (type) return fromSimpleType(type);
  return SEQUENCES.has(value.name) || value.name === "builtins.bytes" || value.name === "builtins.bytearray" ? [value] : NOTHING;
}

function slicedTuple(value: InstanceValue): InstanceValue {
  return value.args.length <= 1 ? value : { ...value, args: [unionAll(value.args)] };
}

function indexIsSlice(inference: Inference, owner: FunctionId, index: Expression): boolean {
  return (
    index.kind === "name" && inference.evaluate(owner, index).some((value) => value.kind === "instance" && value.name === "builtins.slice")
  );
}

function tupleItem(value: InstanceValue, index: Expression): Values {
  if (value.args.length === 1) return value.args[0] as Values;
  const position = constantIndex(index);
  if (position === undefined) return unionAll(value.args);
  return value.args[position < 0 ? value.args.length + position : position] ?? NOTHING;
}

function constantIndex(index: Expression): number | undefined {
  if (index.kind === "constant" && index.type === "int") return index.number;
  if (index.kind === "unary" && index.operator === "-" && index.operand.kind === "constant" && index.operand.number !== undefined)
    return -index.operand.number;
  return undefined;
}
