/**
 * What the names and attributes that a function uses are bound to, when they are bound once: enough to read loop counts and collection
 * sizes off the source, also across modules. What is assigned twice, in a loop, or by anything but a plain assignment has no single value.
 */
import type { ClassId, FunctionId, FunctionNode, ProjectGraph } from "../graph";
import type { AttributeExpression, Expression, FileFacts, FunctionFact } from "../syntax";
import { attributeBinding } from "./class-bindings";
import { visitAssignments } from "./visit-assignments";

export interface FunctionScope {
  readonly id: FunctionId;
  readonly fact: FunctionFact;
  /** The one expression that `name` is bound to here or at module level, or undefined. */
  valueOf(name: string): Expression | undefined;
  /** `name` is a parameter, never assigned again. */
  isParameter(name: string): boolean;
  /** The same for a name that another module binds, and for attributes of objects, classes and modules, with the scope of the value. */
  elsewhere(expression: Expression): ScopedValue | undefined;
}

export interface ScopedValue {
  readonly value: Expression;
  readonly scope: FunctionScope;
}

type Bindings = ReadonlyMap<string, Expression | undefined>;

const moduleBindings = new WeakMap<FileFacts, Bindings>();

export function scopeOf(graph: ProjectGraph, id: FunctionId): FunctionScope {
  const node = graph.functions[id] as FunctionNode;
  const fact = node.fact;
  let own: Bindings | undefined;
  const params = new Set(fact.params.map((param) => param.name));
  const bindings = (): Bindings => {
    own ??= fact.index === 0 ? bindingsOfModule(node.file) : bindingsOf(fact);
    return own;
  };
  const scope: FunctionScope = {
    id,
    fact,
    valueOf(name) {
      if (bindings().has(name)) return bindings().get(name);
      if (params.has(name)) return undefined;
      return bindingsOfModule(node.file).get(name);
    },
    isParameter(name) {
      return params.has(name) && !bindings().has(name);
    },
    elsewhere(expression) {
      if (expression.kind === "attribute") return attributeValue(graph, node, scope, expression);
      if (expression.kind !== "name" || params.has(expression.name) || bindings().has(expression.name)) return undefined;
      return importedValue(graph, node, expression.name);
    },
  };
  return scope;
}

function attributeValue(
  graph: ProjectGraph,
  node: FunctionNode,
  scope: FunctionScope,
  expression: AttributeExpression,
): ScopedValue | undefined {
  const classId = classOf(graph, node, scope, expression.value);
  if (classId === undefined) return moduleAttribute(graph, scope, expression);
  const binding = attributeBinding(graph, classId, expression.name, node.path);
  return binding && { value: binding.value, scope: scopeOf(graph, binding.owner) };
}

/** Of the object that `value` is, or the class that it names. */
function classOf(graph: ProjectGraph, node: FunctionNode, scope: FunctionScope, value: Expression): ClassId | undefined {
  if (value.kind === "name" && value.name === node.fact.params[0]?.name && scope.isParameter(value.name) && node.classId !== undefined) {
    return node.classId;
  }
  const target = value.kind === "name" || value.kind === "attribute" ? graph.resolve(scope.id, value) : undefined;
  return target?.kind === "class" ? target.classId : graph.typeOf(scope.id, value)?.classId;
}

function moduleAttribute(graph: ProjectGraph, scope: FunctionScope, { value, name }: AttributeExpression): ScopedValue | undefined {
  if (value.kind !== "name" && value.kind !== "attribute") return undefined;
  const target = graph.resolve(scope.id, value);
  return target.kind === "module" ? valueInModule(graph, target.module, name) : undefined;
}

function importedValue(graph: ProjectGraph, node: FunctionNode, name: string): ScopedValue | undefined {
  for (const { module, level, names } of node.file.imports) {
    const imported = names?.find((item) => (item.alias ?? item.name) === name);
    if (imported !== undefined) return valueInModule(graph, absoluteName(node, module, level), imported.name);
  }
  return undefined;
}

function valueInModule(graph: ProjectGraph, module: string, name: string): ScopedValue | undefined {
  const path = graph.modules.get(module);
  const file = path === undefined ? undefined : graph.files.get(path);
  const value = file && bindingsOfModule(file).get(name);
  return value && { value, scope: scopeOf(graph, graph.functionId(path as string, 0)) };
}

function absoluteName(node: FunctionNode, module: string, level: number): string {
  if (level === 0) return module;
  const parts = node.module.split(".");
  const up = /(^|\/)__init__\.pyi?$/.test(node.path) ? level - 1 : level;
  const base = parts.slice(0, Math.max(0, parts.length - up));
  return [...base, ...(module === "" ? [] : [module])].join(".");
}

function bindingsOfModule(file: FileFacts): Bindings {
  let bindings = moduleBindings.get(file);
  if (bindings === undefined) {
    bindings = bindingsOf(file.functions[0] as FunctionFact);
    for (const fact of file.functions) {
      // A function that declares a name global may change it at any time.
      for (const name of fact.globals) (bindings as Map<string, Expression | undefined>).set(name, undefined);
    }
    moduleBindings.set(file, bindings);
  }
  return bindings;
}

function bindingsOf(fact: FunctionFact): Map<string, Expression | undefined> {
  const bindings = new Map<string, Expression | undefined>();
  visitAssignments(fact.body, (target, value) => {
    if (target.kind === "name") bindings.set(target.name, bindings.has(target.name) ? undefined : value);
  });
  return bindings;
}
