/**
 * What an expression may stand for, as a small set of abstract values: the lattice of the type inference. An empty set means "not
 * known". Sets are capped, so that every operation on them is cheap whatever the program does.
 */
import type { CallExpression, LambdaExpression } from "../syntax";
import type { ClassId, FunctionId, SimpleType } from "./contract";

export type Values = readonly Value[];
export type Value = InstanceValue | ClassValue | FunctionValue | LambdaValue | ModuleValue | ExternalValue | SuperValue;

/** An object of a class. */
export interface InstanceValue {
  readonly kind: "instance";
  /** Dotted name: `builtins.list`, `numpy.ndarray`, `package.module.Class`. */
  readonly name: string;
  readonly classId?: ClassId;
  /** Element types as in `SimpleType.args`. */
  readonly args: readonly Values[];
  readonly certainty: Certainty;
}

/** `exact`: made by calling that very class. `open`: of the class or below it. `guess`: concluded from some of the uses only; relatives may be meant too. */
export type Certainty = "exact" | "open" | "guess";

/** A project class itself. */
export interface ClassValue {
  readonly kind: "class";
  readonly classId: ClassId;
  /** A `cls` parameter: any subclass may be meant. */
  readonly orSubclass: boolean;
}

/** A project function; `receiver` is set when it is bound to an object or class. */
export interface FunctionValue {
  readonly kind: "function";
  readonly id: FunctionId;
  readonly receiver?: InstanceValue | ClassValue;
  /** Leading positional arguments that are already given (`functools.partial`), the receiver not counted. */
  readonly given: number;
  /** It came here by being decorated: calling its name runs it anyway, so its wrapper's call does not count again. */
  readonly decorated?: boolean;
}

interface LambdaValue {
  readonly kind: "lambda";
  readonly owner: FunctionId;
  readonly lambda: LambdaExpression;
}

/** A module or package of the project, by its path without `.py` or `/__init__.py`. */
interface ModuleValue {
  readonly kind: "module";
  readonly place: string;
}

/** Something outside the project by its dotted name: module, class, function or method. `name` ends in `()` for the unknown result of a call. */
interface ExternalValue {
  readonly kind: "external";
  readonly name: string;
}

/** `super()` in a method of `classId`, for an object of `self`. */
export interface SuperValue {
  readonly kind: "super";
  readonly classId: ClassId;
  readonly receiver: InstanceValue | ClassValue;
}

/** A call together with the function in whose code it stands. */
export interface PlacedCall {
  readonly owner: FunctionId;
  readonly call: CallExpression;
}

export const NOTHING: Values = Object.freeze([]);

/** More candidates than this say nothing about a value. */
const MAX_VALUES = 8;
/** Functions in a dispatch table are worth more room. */
const MAX_FUNCTIONS = 300;
const MAX_NESTING = 3;
const NO_ARGS: readonly Values[] = Object.freeze([]);

const plainInstances = new Map<string, Values>();

/** The set that holds one object of an outside class. */
export function instanceOf(name: string, args: readonly Values[] = NO_ARGS): Values {
  if (args.length === 0) {
    let values = plainInstances.get(name);
    if (values === undefined) {
      values = Object.freeze([{ kind: "instance", name, args: NO_ARGS, certainty: "open" } as const]);
      plainInstances.set(name, values);
    }
    return values;
  }
  return [{ kind: "instance", name, args: args.map((arg) => shallow(arg, MAX_NESTING)), certainty: "open" }];
}

/** Cuts type arguments that are nested too deep, so that `x = [x]` reaches an end. */
function shallow(values: Values, levels: number): Values {
  if (levels === 0) return NOTHING;
  if (!values.some((value) => value.kind === "instance" && value.args.length > 0)) return values;
  return values.map((value) =>
    value.kind === "instance" && value.args.length > 0
      ? { ...value, args: levels === 1 ? NO_ARGS : value.args.map((arg) => shallow(arg, levels - 1)) }
      : value,
  );
}

export const NONE: Values = instanceOf("builtins.NoneType");
export const INT: Values = instanceOf("builtins.int");
export const FLOAT: Values = instanceOf("builtins.float");
export const COMPLEX: Values = instanceOf("builtins.complex");
export const STR: Values = instanceOf("builtins.str");
export const BYTES: Values = instanceOf("builtins.bytes");
export const BOOL: Values = instanceOf("builtins.bool");

export function external(name: string): Values {
  return [{ kind: "external", name }];
}

/** Both sets together; equal types are merged, `None` stays last, and what exceeds the cap is dropped. */
export function union(left: Values, right: Values): Values {
  if (left === right || right.length === 0) return left;
  if (left.length === 0) return right;
  let result: Value[] | undefined;
  for (const value of right) {
    const known = result ?? left;
    const index = known.findIndex((other) => sameShape(other, value));
    if (index >= 0) {
      const merged = mergeArgs(known[index] as Value, value);
      if (merged === known[index]) continue;
      result ??= left.slice();
      result[index] = merged;
      continue;
    }
    const limit = value.kind === "function" || value.kind === "lambda" ? MAX_FUNCTIONS : MAX_VALUES;
    if (known.length >= limit) continue;
    result ??= left.slice();
    result.push(value);
  }
  return result ?? left;
}

export function unionAll(sets: readonly Values[]): Values {
  let result = NOTHING;
  for (const set of sets) result = union(result, set);
  return result;
}

function sameShape(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  switch (left.kind) {
    case "instance":
      return left.name === (right as InstanceValue).name && left.classId === (right as InstanceValue).classId;
    case "class":
      return left.classId === (right as ClassValue).classId;
    case "function":
      return left.id === (right as FunctionValue).id;
    case "lambda":
      return left.lambda === (right as LambdaValue).lambda;
    case "module":
      return left.place === (right as ModuleValue).place;
    case "external":
      return left.name === (right as ExternalValue).name;
    case "super":
      return left.classId === (right as SuperValue).classId;
  }
}

function mergeArgs(left: Value, right: Value): Value {
  if (left.kind === "class" && right.kind === "class") return left.orSubclass || !right.orSubclass ? left : right;
  if (left.kind !== "instance" || right.kind !== "instance") return left;
  const certainty = lessCertain(left.certainty, right.certainty);
  const args = mergeArgLists(left, right);
  return certainty === left.certainty && args === left.args ? left : { ...left, args, certainty };
}

function lessCertain(left: Certainty, right: Certainty): Certainty {
  if (left === right) return left;
  return left === "guess" || right === "guess" ? "guess" : "open";
}

function mergeArgLists(left: InstanceValue, right: InstanceValue): readonly Values[] {
  if (right.args.length === 0) return left.args;
  if (left.args.length === 0) return right.args;
  if (left.args.length !== right.args.length) {
    return left.name === "builtins.tuple" ? [unionAll([...left.args, ...right.args])] : left.args;
  }
  let changed = false;
  const args = left.args.map((arg, index) => {
    const merged = union(arg, right.args[index] as Values);
    if (merged !== arg) changed = true;
    return merged;
  });
  return changed ? args : left.args;
}

/** The first type among `values` that says something, `None` only when there is nothing else. */
export function toSimpleType(values: Values): SimpleType | undefined {
  let none: InstanceValue | undefined;
  for (const value of values) {
    if (value.kind !== "instance") continue;
    if (value.name === "builtins.NoneType") none = value;
    else return simpleTypeOf(value);
  }
  return none && simpleTypeOf(none);
}

const simpleTypes = new WeakMap<InstanceValue, SimpleType>();

function simpleTypeOf(value: InstanceValue): SimpleType {
  let type = simpleTypes.get(value);
  if (type === undefined) {
    type = { name: value.name };
    if (value.classId !== undefined) type = { ...type, classId: value.classId };
    if (value.args.length > 0) type = { ...type, args: value.args.map((arg) => toSimpleType(arg) ?? UNKNOWN_TYPE) };
    simpleTypes.set(value, type);
  }
  return type;
}

/** Stands for an element type that is not known. */
const UNKNOWN_TYPE: SimpleType = Object.freeze({ name: "unknown" });

const fromLibrary = new WeakMap<SimpleType, Values>();

export function fromSimpleType(type: SimpleType | undefined): Values {
  if (type === undefined || type.name === "unknown") return NOTHING;
  let values = fromLibrary.get(type);
  if (values === undefined) {
    values = instanceOf(
      type.name,
      type.args?.map((arg) => fromSimpleType(arg)),
    );
    fromLibrary.set(type, values);
  }
  return values;
}

/** The same functions as plain values, once they are kept in a container or table, also as parts of a tuple that is kept. */
export function asStored(values: Values): Values {
  if (!values.some(isDecorated)) return values;
  return values.map((value) => {
    if (!isDecorated(value)) return value;
    return value.kind === "instance" ? { ...value, args: value.args.map(asStored) } : { ...value, decorated: false };
  });
}

function isDecorated(value: Value): value is FunctionValue | InstanceValue {
  if (value.kind === "function") return value.decorated === true;
  return value.kind === "instance" && value.args.some((arg) => arg.some(isDecorated));
}
