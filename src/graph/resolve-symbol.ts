/** What an expression names, as one target: a project function, class or module, or the dotted name of something outside. */
import type { Expression } from "../syntax";
import type { FunctionId, SymbolTarget } from "./contract";
import type { Inference } from "./inference";
import type { InstanceValue, Value, Values } from "./values";

const UNKNOWN: SymbolTarget = Object.freeze({ kind: "unknown" });

export function resolveSymbol(inference: Inference, owner: FunctionId, expression: Expression): SymbolTarget {
  if (expression.kind === "attribute") {
    const byReceiver = attributeTarget(inference, inference.evaluate(owner, expression.value), expression.name);
    if (byReceiver) return byReceiver;
  }
  return targetOf(inference, inference.evaluate(owner, expression));
}

/** The dotted name of an attribute of an outside object, also where its value's type is known. */
function attributeTarget(inference: Inference, receivers: Values, name: string): SymbolTarget | undefined {
  let outside: SymbolTarget | undefined;
  for (const receiver of receivers) {
    if (receiver.kind !== "instance" || receiver.name === "builtins.NoneType") continue;
    if (receiver.classId === undefined) outside ??= { kind: "external", name: `${receiver.name}.${name}` };
    else if (isMethodOf(inference, receiver, name)) return undefined;
  }
  return outside;
}

function isMethodOf(inference: Inference, receiver: InstanceValue, name: string): boolean {
  return receiver.classId !== undefined && inference.hierarchy.classLevel(receiver.classId, name) !== undefined;
}

function targetOf(inference: Inference, values: Values): SymbolTarget {
  const functions = values.filter((value) => value.kind === "function");
  if (functions.length > 0) return { kind: "function", functions: functions.map((value) => value.id) };
  for (const value of values) {
    const target = singleTarget(inference, value);
    if (target) return target;
  }
  return UNKNOWN;
}

function singleTarget(inference: Inference, value: Value): SymbolTarget | undefined {
  switch (value.kind) {
    case "class":
      return { kind: "class", classId: value.classId };
    case "external":
      return { kind: "external", name: value.name };
    case "module": {
      const module = inference.project.modules.at(value.place);
      return { kind: "module", module: module?.name ?? value.place.replaceAll("/", ".") };
    }
    default:
      return undefined;
  }
}
