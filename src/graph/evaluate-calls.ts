/** Calls: of project functions and classes, of objects with `__call__`, of lambdas, of outside functions and methods. */
import type { CallExpression } from "../syntax";
import { isBuiltinMethodName } from "./builtin-names";
import { Arguments, argumentDependentResult, containerMethodResult, plainBuiltinResult } from "./builtin-results";
import type { FunctionId } from "./contract";
import { containerView } from "./evaluate-containers";
import type { Returns } from "./infer-returns";
import type { Inference } from "./inference";
import {
  type ClassValue,
  external,
  fromSimpleType,
  type InstanceValue,
  instanceOf,
  NOTHING,
  type PlacedCall,
  type SuperValue,
  union,
  type Value,
  type Values,
} from "./values";

export function evaluateCall(inference: Inference, owner: FunctionId, call: CallExpression): Values {
  const { callee } = call;
  const placed = { owner, call };
  if (callee.kind === "name") {
    if (callee.name === "super") {
      const found = superValue(inference, owner, call);
      if (found) return [found];
    }
    if (callee.name === "type" && call.args.length === 1 && call.args[0]) return classesOf(inference.evaluate(owner, call.args[0]));
  }
  if (callee.kind !== "attribute") return inference.callResult(inference.evaluate(owner, callee), placed);
  const receivers = inference.evaluate(owner, callee.value);
  if (receivers.length === 0) return uniqueMethodResult(inference, callee.name, placed);
  let result = NOTHING;
  for (const receiver of receivers) {
    if (receiver.kind === "instance" && receiver.classId === undefined) {
      if (receiver.name === "builtins.NoneType") continue;
      result = union(result, inference.externalMethodResult(receiver, callee.name, placed));
      continue;
    }
    const inherited = receiver.kind === "instance" ? inheritedContainer(inference, receiver, callee.name) : undefined;
    if (inherited) result = union(result, inference.externalMethodResult(inherited, callee.name, placed));
    else result = union(result, inference.callResult(inference.member(receiver, callee.name), placed));
  }
  return result;
}

/** The built-in container whose method `name` an object of a project class inherits. */
function inheritedContainer(inference: Inference, receiver: InstanceValue, name: string): InstanceValue | undefined {
  if (receiver.classId === undefined || inference.hierarchy.classLevel(receiver.classId, name)) return undefined;
  return containerView(inference, receiver);
}

/** A method name that only one class of the project has says enough. */
function uniqueMethodResult(inference: Inference, name: string, call: PlacedCall): Values {
  const [only, other] = inference.hierarchy.methodsNamed(name);
  if (only === undefined || other !== undefined || isBuiltinMethodName(name)) return NOTHING;
  const { classId } = inference.project.node(only);
  const receiver = classId === undefined ? undefined : (inference.instance(classId)[0] as InstanceValue);
  return inference.callResult([{ kind: "function", id: only, receiver, given: 0 }], call);
}

export function callResult(inference: Inference, returns: Returns, callees: Values, call?: PlacedCall): Values {
  let result = NOTHING;
  for (const callee of callees) result = union(result, resultOf(inference, returns, callee, call));
  return result;
}

function resultOf(inference: Inference, returns: Returns, callee: Value, call?: PlacedCall): Values {
  switch (callee.kind) {
    case "class":
      return construct(inference, callee);
    case "function":
      return returns.ofCall(callee, call);
    case "external":
      return inference.externalResult(callee.name, call);
    case "lambda":
      return inference.evaluate(callee.owner, callee.lambda.body);
    case "instance":
      if (callee.classId !== undefined && inference.hierarchy.classLevel(callee.classId, "__call__")) {
        return inference.callResult(inference.member(callee, "__call__"), call);
      }
      return NOTHING;
    default:
      return NOTHING;
  }
}

/** An own `__new__` may return anything, so the object counts as one of the class or below. */
function construct(inference: Inference, { classId, orSubclass }: ClassValue): Values {
  const exact = !orSubclass && inference.hierarchy.classLevel(classId, "__new__") === undefined;
  return inference.instance(classId, exact ? "exact" : "open");
}

export function externalResult(inference: Inference, name: string, call?: PlacedCall): Values {
  const dependent = argumentDependentResult(inference, name, call);
  if (dependent.length > 0) return dependent;
  const type = inference.library.returnType(name);
  if (type) return fromSimpleType(type);
  const plain = plainBuiltinResult(name);
  if (plain.length > 0) return plain;
  // The class that comes back makes tuples, with names for the places.
  if (TUPLE_CLASSES.has(name)) return external("builtins.tuple");
  const short = name.slice(name.lastIndexOf(".") + 1);
  // By convention a capitalised name is a class (PEP 8), and calling it makes an object.
  if (/^[A-Z][A-Za-z0-9]*[a-z]/.test(short) && !short.endsWith("()") && !NOT_A_CLASS.has(name)) return instanceOf(name);
  return name.endsWith("()") ? external(name) : external(`${name}()`);
}

const TUPLE_CLASSES = new Set(["collections.namedtuple", "typing.NamedTuple"]);

/** Capitalised names whose call describes a type instead of making an object. */
const NOT_A_CLASS = new Set(["typing.TypeVar", "typing.NewType", "typing.TypedDict", "typing.ParamSpec"]);

export function externalMethodResult(inference: Inference, receiver: InstanceValue, name: string, call?: PlacedCall): Values {
  const contained = containerMethodResult(receiver, name, new Arguments(inference, call));
  if (contained.length > 0) return contained;
  const type = inference.library.returnType(`${receiver.name}.${name}`);
  if (type) return fromSimpleType(type);
  return external(`${receiver.name}.${name}()`);
}

function classesOf(values: Values): Values {
  let result = NOTHING;
  for (const value of values) {
    if (value.kind !== "instance") continue;
    result = union(
      result,
      value.classId === undefined
        ? external(value.name)
        : [{ kind: "class", classId: value.classId, orSubclass: value.certainty !== "exact" }],
    );
  }
  return result;
}

/** `super()` needs the class whose method this is, also from a function nested in it; `super(C, self)` names it. */
function superValue(inference: Inference, owner: FunctionId, call: CallExpression): SuperValue | undefined {
  const { project } = inference;
  for (let id: FunctionId | undefined = owner; id !== undefined; id = project.node(id).parent) {
    const { classId } = project.node(id);
    if (classId === undefined) continue;
    const [named] = call.args.length > 0 && call.args[0] ? inference.evaluate(owner, call.args[0]) : [];
    const start = named?.kind === "class" ? named.classId : classId;
    const receiver: InstanceValue | ClassValue =
      project.bindingOf(id) === "instance"
        ? (inference.instance(classId)[0] as InstanceValue)
        : { kind: "class", classId, orSubclass: true };
    return { kind: "super", classId: start, receiver };
  }
  return undefined;
}
