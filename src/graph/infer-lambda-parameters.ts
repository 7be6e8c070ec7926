/** What a lambda's parameters are, from the call that the lambda is handed to. */
import type { FunctionId } from "./contract";
import type { DefinitionSource } from "./definitions";
import { argumentFor, type Inference } from "./inference";
import { NOTHING, type Values } from "./values";

/** Callables of the library that apply a function to the elements of another argument: position of that argument. */
const ELEMENT_OF_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ["builtins.map", 1],
  ["builtins.filter", 1],
  ["builtins.sorted", 0],
  ["builtins.min", 0],
  ["builtins.max", 0],
  ["itertools.takewhile", 1],
  ["itertools.dropwhile", 1],
  ["itertools.filterfalse", 1],
  ["itertools.groupby", 0],
  ["functools.reduce", 1],
  ["heapq.nlargest", 1],
  ["heapq.nsmallest", 1],
]);

export function lambdaParameter(inference: Inference, owner: FunctionId, source: DefinitionSource & { kind: "lambdaParameter" }): Values {
  const { call, lambda, position } = source;
  const param = lambda.params[position];
  if (param?.defaultValue) return inference.evaluate(owner, param.defaultValue);
  if (!call) return NOTHING;
  if (call.callee.kind === "attribute" && call.callee.name === "sort")
    return inference.elements(inference.evaluate(owner, call.callee.value));
  for (const callee of inference.evaluate(owner, call.callee)) {
    if (callee.kind !== "external") continue;
    const argument = ELEMENT_OF_ARGUMENT.get(callee.name);
    const iterable =
      argument === undefined ? undefined : argumentFor(call, callee.name === "builtins.map" ? argument + position : argument);
    if (iterable) return inference.elements(inference.evaluate(owner, iterable));
  }
  return NOTHING;
}
