/**
 * What decorators make of a function. Decorators are taken to keep the function's type, whatever wrapper they put around it; the
 * wrappers are known beside it, so that a call runs both.
 */
import type { Expression } from "../syntax";
import type { FunctionId } from "./contract";
import type { Inference } from "./inference";
import { decoratorName } from "./project";
import { type FunctionValue, type InstanceValue, NOTHING, union, type Value, type Values } from "./values";

type Accessor = "getter" | "setter" | "deleter";

/** Decorators that make a method an attribute: `property` and its kin in any library. */
const PROPERTY_LIKE = /(^|_)?property$|^(reify|cache_readonly)$/i;
const TRANSPARENT = new Set([
  "staticmethod",
  "classmethod",
  "abstractmethod",
  "wraps",
  "overload",
  "override",
  "final",
  "lru_cache",
  "cache",
  "contextmanager",
]);

/** Whether a method is called by reading or writing an attribute. */
export function accessorOf(inference: Inference, id: FunctionId): Accessor | undefined {
  const { fact, classId } = inference.project.node(id);
  if (fact.decorators.length === 0 || classId === undefined) return undefined;
  for (const decorator of fact.decorators) {
    const name = decoratorName(decorator);
    if (decorator.kind === "attribute" && (name === "setter" || name === "deleter")) return name;
    if (PROPERTY_LIKE.test(name) || (decorator.kind === "attribute" && name === "getter")) return "getter";
  }
  return decoratorInstances(inference, id).some((value) => isDescriptor(inference, value)) ? "getter" : undefined;
}

function isDescriptor(inference: Inference, value: InstanceValue): boolean {
  return value.classId !== undefined && inference.hierarchy.classLevel(value.classId, "__get__") !== undefined;
}

/** Objects of project classes that the decorators put in the function's place. */
export function decoratorInstances(inference: Inference, id: FunctionId): readonly InstanceValue[] {
  return decorations(inference, id).filter((value): value is InstanceValue => value.kind === "instance");
}

/** What runs instead of a function when its name is called: a closure that a decorator returns, or an object with `__call__`. */
interface Wrapper {
  readonly value: FunctionValue | InstanceValue;
  /** Less than 1 when the decorator itself has alternatives (chosen by a setting, say). */
  readonly share: number;
}

export function wrappersOf(inference: Inference, id: FunctionId): readonly Wrapper[] {
  const found: Wrapper[] = [];
  for (const decorator of decoratorsThatReplace(inference, id)) {
    const alternatives = inference.evaluate(inference.project.definerOf(id), decorator);
    for (const alternative of alternatives) {
      for (const value of replacements(inference, alternative)) {
        if (value.kind === "instance" || (value.kind === "function" && value.id !== id))
          found.push({ value, share: 1 / alternatives.length });
      }
    }
  }
  return found;
}

function decoratorsThatReplace(inference: Inference, id: FunctionId): readonly Expression[] {
  return inference.project
    .node(id)
    .fact.decorators.filter((decorator) => !TRANSPARENT.has(decoratorName(decorator)) && !PROPERTY_LIKE.test(decoratorName(decorator)));
}

const keys = new WeakMap<Expression, object>();

function decorations(inference: Inference, id: FunctionId): Values {
  let result = NOTHING;
  for (const decorator of decoratorsThatReplace(inference, id)) {
    let key = keys.get(decorator);
    if (!key) {
      key = {};
      keys.set(decorator, key);
    }
    result = union(
      result,
      inference.memo.answer(key, () => decoration(inference, id, decorator)),
    );
  }
  return result;
}

/** Project values that applying `decorator` returns. A parameter that is handed back is the function itself and does not count. */
function decoration(inference: Inference, id: FunctionId, decorator: Expression): Values {
  const appliedIn = inference.project.definerOf(id);
  let result = NOTHING;
  for (const value of inference.evaluate(appliedIn, decorator)) result = union(result, replacements(inference, value));
  return result;
}

/** What a decorator with value `decorator` returns in place of a function. */
function replacements(inference: Inference, decorator: Value): Values {
  if (decorator.kind === "class") return inference.instance(decorator.classId, "exact");
  if (decorator.kind === "function") return closuresReturnedBy(inference, decorator.id);
  if (decorator.kind !== "instance" || decorator.classId === undefined) return NOTHING;
  let result = NOTHING;
  for (const method of inference.member(decorator, "__call__")) {
    if (method.kind === "function") result = union(result, closuresReturnedBy(inference, method.id));
  }
  return result;
}

function closuresReturnedBy(inference: Inference, decorator: FunctionId): Values {
  return inference
    .returnValues(decorator)
    .filter(
      (value) =>
        (value.kind === "function" && isInside(inference, value.id, decorator)) ||
        (value.kind === "instance" && value.classId !== undefined),
    );
}

function isInside(inference: Inference, inner: FunctionId, outer: FunctionId): boolean {
  for (let id: FunctionId | undefined = inner; id !== undefined; id = inference.project.node(id).parent) if (id === outer) return true;
  return false;
}
