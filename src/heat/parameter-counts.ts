/**
 * Numbers and sizes that reach a function through its parameters: what calls in the same file pass, else the default. Other callers may
 * pass something else, so none of it is exact.
 */
import type { CallEdge, FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { CallExpression, Expression, ParamFact } from "../syntax";
import { constantNumber, literalSize } from "./constant-value";
import { type FunctionScope, scopeOf } from "./function-scope";

/** More calls than this say nothing new. */
const MAX_CALLS = 20;

/** A number that parameter `name` of the scope's function most likely is; the middle one of several. */
export function parameterNumber(graph: ProjectGraph, scope: FunctionScope, name: string): number | undefined {
  return middle(valuesOf(graph, scope, name, constantNumber));
}

/** Number of elements that parameter `name` most likely has. */
export function parameterSize(graph: ProjectGraph, scope: FunctionScope, name: string): number | undefined {
  return middle(valuesOf(graph, scope, name, literalSize));
}

type Read = (expression: Expression, scope: FunctionScope) => number | undefined;

function valuesOf(graph: ProjectGraph, scope: FunctionScope, name: string, read: Read): readonly number[] {
  const param = paramOf(scope, name);
  if (param === undefined) return [];
  const passed: number[] = [];
  for (const { call, caller } of callsInFile(graph, scope.id)) {
    const argument = argumentOf(graph.functions[scope.id] as FunctionNode, param, call);
    const value = argument && read(argument, scopeOf(graph, caller));
    if (value !== undefined) passed.push(value);
  }
  if (passed.length > 0 || param.defaultValue === undefined) return passed;
  const byDefault = read(param.defaultValue, scope);
  return byDefault === undefined ? [] : [byDefault];
}

function paramOf(scope: FunctionScope, name: string): ParamFact | undefined {
  if (!scope.isParameter(name)) return undefined;
  return scope.fact.params.find((param) => param.name === name && (param.kind === "positional" || param.kind === "keyword"));
}

function callsInFile(graph: ProjectGraph, id: FunctionId): readonly { readonly call: CallExpression; readonly caller: FunctionId }[] {
  const found: { call: CallExpression; caller: FunctionId }[] = [];
  const path = graph.functions[id]?.path;
  for (const edge of graph.calls.incoming[id] ?? []) {
    if (edge.caller === id || !isDirect(edge) || graph.functions[edge.caller]?.path !== path) continue;
    for (const { expression } of edge.sites)
      if (expression.kind === "call" && found.length < MAX_CALLS) found.push({ call: expression, caller: edge.caller });
  }
  return found;
}

function isDirect({ kind, share }: CallEdge): boolean {
  return share === 1 && (kind === "name" || kind === "self" || kind === "typed" || kind === "constructor");
}

function argumentOf(node: FunctionNode, param: ParamFact, call: CallExpression): Expression | undefined {
  const named = call.keywords.find((keyword) => keyword.name === param.name);
  if (named !== undefined) return named.value;
  const shift = node.classId === undefined || node.fact.decorators.length > 0 ? 0 : 1;
  const argument = call.args[node.fact.params.indexOf(param) - shift];
  return call.args.some(({ kind }) => kind === "starred") ? undefined : argument;
}

function middle(values: readonly number[]): number | undefined {
  return [...values].sort((left, right) => left - right)[values.length >> 1];
}
